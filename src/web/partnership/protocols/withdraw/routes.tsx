import { z } from "zod";
import { withdrawProtocolVersion } from "../../../../actions/withdraw-protocol-version.ts";
import { protocolPaths } from "../../../addresses.ts";
import { errorAt, requiredText } from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { versionForm } from "../../../parts/protocol/version-form.ts";
import { WithdrawPage } from "./page.tsx";

const asked = z.object({
	reason: requiredText({ missing: "Enter why it is withdrawn", name: "The reason", max: 2000 }),
});

export const protocolWithdrawRoutes: Routes = (web, app) =>
	versionForm(web, app, protocolPaths.withdraw, {
		openWhile: ["draft", "proposed", "coming"],
		asks: asked,
		draw: (visit, form, { frame }) => <WithdrawPage frame={frame} visit={visit} form={form} />,
		act: async ({ reason }, { version: { id } }, { viewer }) => {
			await withdrawProtocolVersion(app, viewer, { version: id, reason });
			return protocolPaths.version(id);
		},
		refused: ({ message }) => ({ status: 409, errors: errorAt("reason", message) }),
	});
