/**
 * A vector in one byte a dimension: a quarter of the room, a quarter of the reading, and cosines that differ by less
 * than 0.01. Each is scaled by its own largest part, so only its direction is kept.
 */
export const pack = (vector: Float32Array): Uint8Array => {
  const packed = new Int8Array(vector.length);
  let largest = 0;
  for (let index = 0; index < vector.length; index += 1) {
    const value = vector[index] ?? 0;
    if (value > largest) largest = value;
    else if (-value > largest) largest = -value;
  }
  const scale = largest > 0 ? 127 / largest : 0;
  for (let index = 0; index < vector.length; index += 1) {
    const value = (vector[index] ?? 0) * scale;
    // Int8Array cuts towards zero: half a step first rounds instead.
    packed[index] = value < 0 ? value - 0.5 : value + 0.5;
  }
  return new Uint8Array(packed.buffer);
};

/** The cosine of two packed vectors; 0 when one of them is nothing. */
export const packedCosine = (a: Uint8Array, b: Uint8Array): number => {
  const x = new Int8Array(a.buffer, a.byteOffset, a.length);
  const y = new Int8Array(b.buffer, b.byteOffset, b.length);
  let product = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let index = 0; index < x.length; index += 1) {
    const valueX = x[index] ?? 0;
    const valueY = y[index] ?? 0;
    product += valueX * valueY;
    squaresX += valueX * valueX;
    squaresY += valueY * valueY;
  }
  return squaresX === 0 || squaresY === 0 ? 0 : product / Math.sqrt(squaresX * squaresY);
};

/** One bit a dimension, whether it is above zero: what vectors are first told apart by. */
export const signsOf = (packed: Uint8Array): Uint8Array => {
  const signs = new Uint8Array(Math.ceil(packed.length / 8));
  const values = new Int8Array(packed.buffer, packed.byteOffset, packed.length);
  for (let index = 0; index < values.length; index += 1) {
    if ((values[index] ?? 0) > 0) signs[index >> 3] = (signs[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return signs;
};
