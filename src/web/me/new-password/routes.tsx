import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
	askForNewPassword,
	chooseByLink,
	faultOfPassword,
	openNewPassword,
} from "../../../actions/choose-password.ts";
import { cleanAddress } from "../../../domain/typed-text.ts";
import { newPasswordPath, paths } from "../../addresses.ts";
import { TooOftenPage } from "../../errors/error-pages.tsx";
import { newForm, readForm, requiredText, withError } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayIt } from "../../kit/say.tsx";
import { addressCounted } from "../../security/address-counted.ts";
import {
	ForgottenPasswordPage,
	LinkOverPage,
	LinkSentPage,
	NewPasswordPage,
	PasswordSavedPage,
} from "./page.tsx";

const address = z.object({
	email: requiredText({
		missing: "Enter your email address",
		name: "Email address",
		max: 320,
	}).transform(cleanAddress),
});

const chosen = z.object({ "new-password": z.string().default("") });

const open = { config: { public: true } };

type ByLink = { Params: { secret: string } };

/** A forgotten password: a link is sent, and a new one chosen by it. */
export const newPasswordRoutes: Routes = (web, app) => {
	web.get(paths.forgottenPassword, open, ({ frame }, reply) =>
		reply.page(<ForgottenPasswordPage frame={frame} form={newForm()} />),
	);

	web.post(paths.forgottenPassword, open, async ({ frame, body, ip }, reply) => {
		const form = readForm(address, body);
		if (form.errors)
			return reply.code(422).page(<ForgottenPasswordPage frame={frame} form={form} />);
		return (await askForNewPassword(app, form.data.email, addressCounted(ip)))
			? reply.page(<LinkSentPage frame={frame} />)
			: reply.code(429).page(<TooOftenPage frame={frame} />);
	});

	const over = ({ frame }: FastifyRequest, reply: FastifyReply) =>
		reply.code(404).page(<LinkOverPage frame={frame} />);

	web.get<ByLink>(newPasswordPath(":secret"), open, async (request, reply) =>
		(await openNewPassword(app, request.params.secret))
			? reply.page(<NewPasswordPage frame={request.frame} form={newForm()} />)
			: over(request as FastifyRequest, reply),
	);

	web.post<ByLink>(newPasswordPath(":secret"), open, async (request, reply) => {
		const link = await openNewPassword(app, request.params.secret);
		if (!link) return over(request as FastifyRequest, reply);
		const form = readForm(chosen, request.body);
		const password = form.data?.["new-password"] ?? "";
		const fault = await faultOfPassword(app, link.accountId, password);
		if (fault)
			return reply
				.code(422)
				.page(
					<NewPasswordPage
						frame={request.frame}
						form={withError({}, "new-password", sayIt(fault))}
					/>,
				);
		return (await chooseByLink(app, link, password))
			? reply.page(<PasswordSavedPage frame={request.frame} />)
			: over(request as FastifyRequest, reply);
	});
};
