import type { Routes } from "../kit/request.ts";
import { formRoutes } from "./form/routes.tsx";
import { listRoutes } from "./list/routes.tsx";
import { differenceRoutes } from "./overview/routes.tsx";

/** Looking at differences: the list, one of them, its form. */
export const differencesRoutes: Routes = (web, app) => {
	listRoutes(web, app);
	differenceRoutes(web, app);
	formRoutes(web, app);
};
