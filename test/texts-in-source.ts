/** A node of a parsed source (`@swc/core`). */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
/** Every text an expression can come to, as far as it is written there; `fills` says what stands in the holes of a template. */
export const textsOf = (fills: (hole: Node) => string, node: Node | undefined): readonly string[] => {
  if (!node) return [];
  if (node.type === 'StringLiteral') return [String(node.value)];
  if (node.type === 'ConditionalExpression')
    return [...textsOf(fills, node.consequent as Node), ...textsOf(fills, node.alternate as Node)];
  if (node.type === 'ParenthesisExpression') return textsOf(fills, node.expression as Node);
  if (node.type !== 'TemplateLiteral') return [];
  const quasis = node.quasis as readonly { readonly raw: string }[];
  const holes = node.expressions as readonly Node[];
  return quasis.reduce<readonly string[]>(
    (texts, { raw }, index) => {
      const hole = holes[index];
      const into =
        hole === undefined
          ? ['']
          : [...textsOf(fills, hole), ...(textsOf(fills, hole).length > 0 ? [] : [fills(hole)])];
      return texts.flatMap((text) => into.map((filled) => `${text}${raw}${filled}`));
    },
    [''],
  );
};
