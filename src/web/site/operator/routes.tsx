import { z } from "zod";
import { acceptOperator, openOperatorLink } from "../../../actions/operator.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { operatorPath, paths } from "../../addresses.ts";
import { errorAt, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { beginSession } from "../../security/sessions.ts";
import { OperatorLinkOverPage, OperatorPage } from "./page.tsx";

type Address = { Params: { secret: string } };

const asked = z.object({
	password: z.string("Choose a password").min(1, "Choose a password"),
});

/** An operator chooses how they sign in. To look at the address uses nothing up. */
export const operatorRoutes: Routes = (web, app) => {
	web.get<Address>(
		operatorPath(":secret"),
		{ config: { public: true } },
		async (request, reply) => {
			const { frame, params } = request;
			const opened = await openOperatorLink(app, params.secret);
			if (opened === undefined) return reply.callNotFound();
			return opened === "over"
				? reply.code(410).page(<OperatorLinkOverPage frame={frame} />)
				: reply.page(<OperatorPage frame={frame} form={newForm()} email={opened.email} />);
		},
	);

	web.post<Address>(
		operatorPath(":secret"),
		{ config: { public: true } },
		async (request, reply) => {
			const { frame, params } = request;
			const opened = await openOperatorLink(app, params.secret);
			if (opened === undefined) return reply.callNotFound();
			const over = () => reply.code(410).page(<OperatorLinkOverPage frame={frame} />);
			if (opened === "over") return over();
			const again = (errors: ReturnType<typeof errorAt>) =>
				reply
					.code(422)
					.page(<OperatorPage frame={frame} form={{ values: {}, errors }} email={opened.email} />);
			const form = readForm(asked, request.body);
			if (form.errors) return again(form.errors);
			try {
				const accountId = await acceptOperator(app, params.secret, form.data.password);
				await beginSession(request, { accountId });
				return reply.redirect(paths.installation, 303);
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				return refusal.code === "changed-meanwhile"
					? over()
					: again(errorAt("password", sayRefusal(refusal)));
			}
		},
	);
};
