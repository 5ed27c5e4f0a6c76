import { z } from "zod";
import {
	findSealableByReference,
	findToOpenByReference,
	listKept,
} from "../../../actions/seal-difference.ts";
import { keepsSeals } from "../../../domain/difference/who/may-seal.ts";
import { sealPaths } from "../../addresses.ts";
import { newForm, readForm, withError } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { FindSealedPage, SealedPage } from "./page.tsx";

const asks = z.object({ reference: z.string().trim() });

/** Sealed differences, for whoever keeps seals; and the way to one in an emergency for anybody. */
export const sealedRoutes: Routes = (web, app) => {
	web.get(sealPaths.list, async ({ viewer, frame }, reply) => {
		const kept = await listKept(app, viewer);
		return kept
			? reply.page(
					<SealedPage frame={frame} kept={kept} form={newForm()} keepsAll={keepsSeals(viewer)} />,
				)
			: reply.callNotFound();
	});

	web.post(sealPaths.list, async ({ viewer, frame, body }, reply) => {
		const kept = await listKept(app, viewer);
		if (!kept) return reply.callNotFound();
		const { data, values } = readForm(asks, body);
		const id = data?.reference && (await findSealableByReference(app, viewer, data.reference));
		return id
			? reply.redirect(sealPaths.seal(id), 303)
			: reply
					.code(422)
					.page(
						<SealedPage
							frame={frame}
							kept={kept}
							keepsAll={keepsSeals(viewer)}
							form={withError(
								values,
								"reference",
								keepsSeals(viewer)
									? "No difference has this reference. Check it"
									: "No difference of this reference is yours to seal. Check it, or ask the data protection officer",
							)}
						/>,
					);
	});

	web.get(sealPaths.find, ({ viewer, frame }, reply) =>
		viewer.onlyIn === undefined
			? reply.page(<FindSealedPage frame={frame} form={newForm()} />)
			: reply.callNotFound(),
	);

	web.post(sealPaths.find, async ({ viewer, frame, body }, reply) => {
		if (viewer.onlyIn !== undefined) return reply.callNotFound();
		const { data, values } = readForm(asks, body);
		const id = data?.reference && (await findToOpenByReference(app, viewer, data.reference));
		return id
			? reply.redirect(sealPaths.open(id), 303)
			: reply
					.code(422)
					.page(
						<FindSealedPage
							frame={frame}
							form={withError(
								values,
								"reference",
								"There is no sealed difference of this reference that you can open. Check it, or look for it under Differences",
							)}
						/>,
					);
	});
};
