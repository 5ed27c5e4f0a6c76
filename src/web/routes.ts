import { accessibilityRoutes } from "./accessibility/routes.tsx";
import type { Routes } from "./request.ts";

/** Every page: one folder each. */
export const pages: readonly Routes[] = [accessibilityRoutes];
