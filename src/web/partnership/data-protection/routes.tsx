import { dataProtectionPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { dataProtectionPages } from "../../parts/data-protection.ts";
import { DataProtectionStartPage } from "./page.tsx";

/** For whoever sees to how what is told here is kept. */
export const dataProtectionRoutes: Routes = (web) => {
	web.get(dataProtectionPath, async (request, reply) => {
		const pages = dataProtectionPages(request.viewer);
		return pages.length === 0
			? reply.callNotFound()
			: reply.page(<DataProtectionStartPage frame={request.frame} pages={pages} />);
	});
};
