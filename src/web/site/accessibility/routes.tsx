import type { FastifyInstance } from "fastify";
import { paths } from "../../addresses.ts";
import { AccessibilityPage } from "./page.tsx";

export const accessibilityRoutes = (web: FastifyInstance) => {
	web.get(paths.accessibility, { config: { public: true } }, async (request, reply) =>
		reply.page(<AccessibilityPage frame={request.frame} />),
	);
};
