/**
 * The browser's XMLHttpRequest over fetch, as far as botframework-directlinejs uses it: so that the real client runs in
 * Node. https://xhr.spec.whatwg.org/
 */
export class FetchXmlHttpRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: (() => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  ontimeout: ((event: unknown) => void) | null = null;
  readonly #headers = new Headers();
  readonly #controller = new AbortController();
  #received = new Headers();
  #method = 'GET';
  #url = '';

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.append(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#received.get(name);
  }

  abort(): void {
    this.#controller.abort();
  }

  send(body?: BodyInit): void {
    this.#exchange(body).catch((error: unknown) => {
      if (this.#controller.signal.aborted) return;
      this.readyState = 4;
      this.onreadystatechange?.();
      if ((error as Error).name === 'TimeoutError') this.ontimeout?.(error);
      else this.onerror?.(error);
    });
  }

  async #exchange(body: BodyInit | undefined): Promise<void> {
    const limits = this.timeout > 0 ? [AbortSignal.timeout(this.timeout)] : [];
    const answer = await fetch(this.#url, {
      method: this.#method,
      headers: this.#headers,
      body: body ?? null,
      signal: AbortSignal.any([this.#controller.signal, ...limits]),
    });
    if (this.responseType === 'arraybuffer') this.response = await answer.arrayBuffer();
    else {
      this.responseText = await answer.text();
      this.response = this.responseType === 'json' ? parsed(this.responseText) : this.responseText;
    }
    this.#received = answer.headers;
    this.status = answer.status;
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
