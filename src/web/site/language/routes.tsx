import { isLanguage } from "../../../domain/language.ts";
import { paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { anyLocalPath } from "../../parts/local-path.ts";
import { keepLanguage } from "../../security/language.ts";
import { SureToSpeakPage } from "./page.tsx";

type Asked = { language?: unknown; back?: unknown; written?: unknown; sure?: unknown };

/** Chooses a language, and goes back to the page on which it was chosen. */
export const languageRoutes: Routes = (web, app) => {
	web.post<{ Body: Asked | undefined }>(
		paths.language,
		{ config: { public: true, beforeSecondFactor: true } },
		async (request, reply) => {
			const { language, back, written, sure } = request.body ?? {};
			if (!request.frame.offersWelsh || !isLanguage(language)) return reply.callNotFound();
			const to = anyLocalPath(back);
			// Without a script nothing has kept what they may be typing.
			if (written === "yes" && sure !== "yes")
				return reply.page(<SureToSpeakPage frame={request.frame} language={language} back={to} />);
			await keepLanguage(app, request, reply, language);
			return reply.redirect(to, 303);
		},
	);
};
