import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
	findSealable,
	findToOpenInEmergency,
	openInEmergency,
	sealDifference,
	unsealDifference,
} from "../../../actions/seal-difference.ts";
import { longest } from "../../../domain/protocol/file/field.ts";
import { glassBecause, sealedBecause, unsealedBecause } from "../../../domain/protocol/protocol.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { differencePath, sealPaths } from "../../addresses.ts";
import { actKeyOf, contentOf, isUuid } from "../../kit/act-key.ts";
import { errorAt, listOf } from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { KeptFromSealPage, OpenSealedPage, SealPage, UnsealPage } from "./page.tsx";

type One = { Params: { id: string } };

const reason = (missing: string) =>
	z
		.string()
		.trim()
		.min(1, missing)
		.max(longest["long-text"], "Shorten this to 20,000 characters or fewer");

const on = (request: FastifyRequest<One>) => ({
	difference: request.params.id,
	by: request.viewer,
	key: actKeyOf(request.body),
	content: contentOf(request.body),
});

const at = (field: string) => (refusal: Refusal) => ({
	status: 422 as const,
	errors: errorAt(
		refusal.code === "nobody-named" || refusal.code === "could-not-know" ? "to" : field,
		sayRefusal(refusal),
	),
});

/** Sealing a difference, taking the seal off, and opening one in an emergency. */
export const sealRoutes: Routes = (web, app) => {
	const sealable = ({ viewer, params }: FastifyRequest<One>) =>
		isUuid(params.id) ? findSealable(app, viewer, params.id) : undefined;

	const asksToSeal = z.object({
		to: listOf(z.string()),
		[sealedBecause]: reason("Say why it is sealed"),
	});
	formPage<One, NonNullable<Awaited<ReturnType<typeof findSealable>>>, typeof asksToSeal>(
		web,
		sealPaths.seal(":id"),
		{
			visit: sealable,
			asks: asksToSeal,
			begins: ({ sealedTo, isReadable }, { viewer }) => ({
				to: sealedTo ?? (isReadable ? [viewer.id] : []),
			}),
			draw: (found, form, { frame }) =>
				found.keptFrom ? (
					<KeptFromSealPage frame={frame} sealable={found} because={found.keptFrom} />
				) : (
					<SealPage frame={frame} sealable={found} form={form} />
				),
			act: async ({ to, [sealedBecause]: because }, { id }, request) => {
				await sealDifference(app, on(request), {
					to,
					answers: { [sealedBecause]: because as string },
				});
				return to.includes(request.viewer.id) ? differencePath(id) : sealPaths.list;
			},
			refused: at(sealedBecause),
		},
	);

	const asksToUnseal = z.object({ [unsealedBecause]: reason("Say why the seal is taken off") });
	formPage<One, NonNullable<Awaited<ReturnType<typeof findSealable>>>, typeof asksToUnseal>(
		web,
		sealPaths.unseal(":id"),
		{
			visit: async (request) => {
				const found = await sealable(request);
				return found?.sealedTo || found?.keptFrom ? found : undefined;
			},
			asks: asksToUnseal,
			draw: (found, form, { frame }) =>
				found.keptFrom ? (
					<KeptFromSealPage frame={frame} sealable={found} because={found.keptFrom} />
				) : (
					<UnsealPage frame={frame} sealable={found} form={form} />
				),
			act: async (given, { id, isReadable }, request) => {
				await unsealDifference(app, on(request), {
					answers: { [unsealedBecause]: given[unsealedBecause] as string },
				});
				return isReadable ? differencePath(id) : sealPaths.list;
			},
			refused: at(unsealedBecause),
		},
	);

	const asksToOpen = z.object({ [glassBecause]: reason("Say why you need to read it now") });
	formPage<One, NonNullable<Awaited<ReturnType<typeof findToOpenInEmergency>>>, typeof asksToOpen>(
		web,
		sealPaths.open(":id"),
		{
			visit: ({ viewer, params }) =>
				isUuid(params.id) ? findToOpenInEmergency(app, viewer, params.id) : undefined,
			asks: asksToOpen,
			draw: (found, form, { frame }) => <OpenSealedPage frame={frame} found={found} form={form} />,
			act: async (given, _found, request) => {
				await openInEmergency(app, on(request), {
					answers: { [glassBecause]: given[glassBecause] as string },
				});
				return differencePath(request.params.id);
			},
			refused: at(glassBecause),
		},
	);
};
