import { sectors } from "../people/viewer.ts";
import { sectorNames } from "../protocol/told/table/asked.ts";
import { said, saidWhole } from "../said.ts";
import type { Case, CountedAgency } from "./case.ts";
import { type Tallied, tallied } from "./report-table.ts";
import type { Reported } from "./reported.ts";

/** How often each sector raised, and how often it was raised with. */
export const sectorTable = ({ raised, words }: Reported): Tallied =>
	bySector({
		id: "raised-by-sector",
		title: said`Sectors`,
		says: said`${words.Differences} raised in the period, once in the sector that raised them and once in that with which. Each column adds up by itself.`,
		rowsAre: said`Sector`,
		cases: raised,
		rows: sectors.map((sector) => ({
			key: sector,
			label: saidWhole(sectorNames[sector]),
			has: ({ raising, receiving }) => raising.sector === sector || receiving?.sector === sector,
		})),
		columns: [
			{
				key: "raising",
				label: said`Raised by it`,
				unit: "differences",
				has: ({ raising }, row) => row === undefined || raising.sector === row.key,
			},
			{
				key: "receiving",
				label: said`Raised with it`,
				unit: "differences",
				has: ({ receiving }, row) => row !== undefined && receiving?.sector === row.key,
			},
		],
	});

/** A sector is the sum of its agencies, whose counts stand in another table. */
function bySector(of: Parameters<typeof tallied<Case>>[0]): Tallied {
	const { behind, table } = tallied(of);
	// Gone through once: there may be thousands of differences, and there are some dozen agencies.
	const agencies = new Map<string, CountedAgency>();
	const raises = new Set<string>();
	const receives = new Set<string>();
	for (const { raising, receiving } of of.cases) {
		raises.add(raising.id);
		if (receiving) receives.add(receiving.id);
		for (const each of receiving ? [raising, receiving] : [raising])
			if (!agencies.has(each.id)) agencies.set(each.id, each);
	}
	const inSector = (sector: string, those: ReadonlySet<string>) =>
		[...agencies.values()]
			.filter((each) => each.sector === sector && those.has(each.id))
			.map(({ id }) => id);
	const keys = of.rows.map(({ key }) => key);
	return {
		behind,
		table: {
			...table,
			sums: [
				{ whole: "raised/differences", parts: keys.map((key) => `${of.id}/${key}/raising`) },
				{
					whole: "raised/differences",
					parts: keys.map((key) => `${of.id}/${key}/receiving`),
					...(of.cases.some(({ receiving }) => !receiving) && { mayMiss: true as const }),
				},
				...keys.flatMap((key) => [
					{
						whole: `${of.id}/${key}/raising`,
						parts: inSector(key, raises).map((id) => `raised-by-whom/${id}/differences`),
					},
					{
						whole: `${of.id}/${key}/receiving`,
						parts: inSector(key, receives).map((id) => `raised/${id}`),
					},
				]),
			],
		},
	};
}
