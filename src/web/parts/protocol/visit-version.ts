import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import type { TypedProtocol } from "../../../beside/jobs.ts";
import type { Rules } from "../../../domain/difference/rules.ts";
import type { Fault } from "../../../domain/protocol/file/faults.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import {
	mayChangeVersions,
	mayReadVersions,
	statusOfVersion,
	type VersionStatus,
} from "../../../domain/protocol/version.ts";
import { listPeople, type Person } from "../../../store/people.ts";
import {
	findVersion,
	listVersions,
	type StoredVersion,
	type VersionWithText,
} from "../../../store/protocol-versions.ts";
import { isUuid } from "../../kit/act-key.ts";

/** Every page of a version has its address. */
export type OfVersion = { Params: { version: string } };

/** A version where it stands. */
export type Listed = StoredVersion & { status: VersionStatus };

/** The versions of a partnership, with everybody whom their histories name. */
export type Shelf = {
	versions: Listed[];
	people: Map<string, Person>;
	now: Temporal.ZonedDateTime;
	/** ISO day. */
	today: string;
	mayChange: boolean;
};

/** A version that somebody came to look at. */
export type Visit = Shelf & {
	version: VersionWithText & Listed;
	/** What its text says; absent when this Concord cannot read it any more. */
	protocol: Protocol | undefined;
	faults: Fault[];
	/** What is to be thought about before it is in force. */
	warnings: Fault[];
	/** The version of the same protocol that is in force today. */
	inForce: Listed | undefined;
};

/** @returns undefined for who may not read versions */
export async function openShelf(
	app: App,
	{ viewer }: Pick<FastifyRequest, "viewer">,
): Promise<Shelf | undefined> {
	if (!mayReadVersions(viewer)) return undefined;
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const today = now.toPlainDate().toString();
	const stored = await listVersions(app.db, viewer.partnershipId);
	const named = new Set(stored.flatMap(({ history }) => history.map(({ by }) => by)));
	const people = await listPeople(app.db, [...named]);
	return {
		versions: stored.map((version) => ({
			...version,
			status: statusOfVersion(
				version,
				stored.filter(({ protocol }) => protocol === version.protocol),
				today,
			),
		})),
		people: new Map(people.map((person) => [person.id, person])),
		now,
		today,
		mayChange: mayChangeVersions(viewer),
	};
}

/** The same, for the pages on which administrators work. */
export async function openShelfToChange(
	app: App,
	request: Pick<FastifyRequest, "viewer">,
): Promise<Shelf | undefined> {
	const shelf = await openShelf(app, request);
	return shelf?.mayChange ? shelf : undefined;
}

/** @returns undefined for who may not read versions, and where the partnership has none such */
export async function visitVersion(
	app: App,
	request: FastifyRequest<OfVersion>,
): Promise<Visit | undefined> {
	const { params, viewer } = request;
	const shelf = await openShelf(app, request);
	const listed = shelf?.versions.find(({ id }) => id === params.version);
	const stored =
		listed && isUuid(params.version)
			? await findVersion(app.db, viewer.partnershipId, params.version)
			: undefined;
	if (!shelf || !listed || !stored) return undefined;
	const {
		protocol,
		faults = [],
		warnings = [],
	} = await readStored(app, stored, () => othersInForce(app, viewer.partnershipId, shelf.today));
	return {
		...shelf,
		version: { ...stored, status: listed.status },
		protocol,
		faults,
		warnings,
		inForce: shelf.versions.find(
			(each) => each.protocol === stored.protocol && each.status === "in-force",
		),
	};
}

/** The same, for the pages on which administrators work. */
export async function visitToChange(
	app: App,
	request: FastifyRequest<OfVersion>,
): Promise<Visit | undefined> {
	const visit = await visitVersion(app, request);
	return visit?.mayChange ? visit : undefined;
}

/** The text of another version, read. */
export async function readVersion(
	app: App,
	partnershipId: string,
	id: string,
): Promise<Protocol | undefined> {
	const version = isUuid(id) ? await findVersion(app.db, partnershipId, id) : undefined;
	return version && (await readStored(app, version, async () => [])).protocol;
}

/** The protocols that a text may hand over to. */
export const othersInForce = async (
	app: App,
	partnershipId: string,
	today: string,
): Promise<Protocol[]> =>
	(await app.protocols.listInForce(app.db, partnershipId, today)).map(({ protocol }) => protocol);

/** What a version says. An approved one is read once only: it never changes, and what it warned of was decided. */
async function readStored(
	app: App,
	{ id, state, source }: VersionWithText,
	others: () => Promise<Protocol[]>,
): Promise<TypedProtocol> {
	if (state === "approved")
		try {
			return { protocol: await app.protocols.version(app.db, id), warnings: [] };
		} catch (problem) {
			if (!(problem instanceof RangeError)) throw problem;
		}
	return app.beside.read(source, await others());
}

/** Makes rules of a protocol, with the days that count in a partnership. */
export async function rulesIn(
	app: App,
	partnershipId: string,
): Promise<(protocol: Protocol) => Rules> {
	const calendars = await app.calendars.in(app.db, partnershipId);
	return (protocol) => ({ protocol, calendar: calendars.for(protocol) });
}
