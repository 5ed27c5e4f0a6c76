import type { Routes } from "../../kit/request.ts";
export const subjectAccessRoutes: Routes = () => {};
