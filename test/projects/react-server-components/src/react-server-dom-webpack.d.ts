declare module "react-server-dom-webpack/server" {
  export function renderToReadableStream(model: unknown, clientModules: object): ReadableStream<Uint8Array>;
  export function registerClientReference<P>(component: (props: P) => null, id: string, name: string): typeof component;
}
declare module "react-server-dom-webpack/client.edge" {
  export function createFromReadableStream<T>(stream: ReadableStream<Uint8Array>, options: object): Promise<T>;
}
declare const process: { readonly stdout: { write(text: string): void }; readonly stdin: object };
declare module "node:stream" {
  export const Readable: { toWeb(stream: object): ReadableStream<Uint8Array> };
}
declare module "react/jsx-runtime" {
  export const jsx: (type: unknown, props: unknown) => JSX.Element;
  export namespace JSX {
    interface Element {
      readonly props: unknown;
    }
    type ElementType = (props: never) => Element | null | Promise<Element>;
  }
}
