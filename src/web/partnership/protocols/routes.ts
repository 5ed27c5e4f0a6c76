import type { Routes } from "../../kit/request.ts";
import { protocolCompareRoutes } from "./compare/routes.tsx";
import { protocolCopyRoutes } from "./copy/routes.tsx";
import { protocolDecideRoutes } from "./decide/routes.tsx";
import { protocolEditRoutes } from "./edit/routes.tsx";
import { protocolLastYearRoutes } from "./last-year/routes.tsx";
import { protocolListRoutes } from "./list/routes.tsx";
import { newProtocolRoutes } from "./new/routes.tsx";
import { protocolProposeRoutes } from "./propose/routes.tsx";
import { protocolSimulateRoutes } from "./simulate/routes.tsx";
import { protocolVersionRoutes } from "./version/routes.tsx";
import { protocolWithdrawRoutes } from "./withdraw/routes.tsx";

/** Protocols and their versions: for administrators to change, for the Business Unit to read. */
export const protocolRoutes: Routes = (web, app) => {
	for (const routes of [
		protocolListRoutes,
		newProtocolRoutes,
		protocolVersionRoutes,
		protocolCopyRoutes,
		protocolEditRoutes,
		protocolCompareRoutes,
		protocolSimulateRoutes,
		protocolLastYearRoutes,
		protocolProposeRoutes,
		protocolDecideRoutes,
		protocolWithdrawRoutes,
	])
		routes(web, app);
};
