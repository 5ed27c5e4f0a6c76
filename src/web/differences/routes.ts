import type { Routes } from "../request.ts";
import { differenceRoutes } from "./difference/routes.tsx";
import { formRoutes } from "./form/routes.tsx";
import { listRoutes } from "./list/routes.tsx";

/** Looking at differences: the list, one of them, its form. */
export const differencesRoutes: Routes = (web, app) => {
	listRoutes(web, app);
	differenceRoutes(web, app);
	formRoutes(web, app);
};
