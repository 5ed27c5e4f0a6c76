/** What the compiler asks for in development: the same runtime. */
export * from "./jsx-runtime.ts";
