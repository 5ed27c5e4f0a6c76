import type { Routes } from "../../request.ts";
import { openFor } from "../open-for.ts";
import { DifferencePage } from "./page.tsx";

export const differenceRoutes: Routes = (web, app) => {
	web.get("/differences/:id", async (request, reply) => {
		const opened = await openFor(app, request, "difference");
		if (!opened) return reply.callNotFound();
		const { done } = request.query as { done?: string };
		return reply.page(
			<DifferencePage
				frame={request.frame}
				opened={opened}
				justDone={opened.entries.find(({ seq }) => String(seq) === done)}
			/>,
		);
	});
};
