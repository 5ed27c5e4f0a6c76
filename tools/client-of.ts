/** The TypeScript client of an OpenAPI document, as text: a type for each schema, a method for each operation. */
import type { Described, JsonSchema, OpenApi } from "../src/web/api/openapi.ts";

/** @param document as `openApiOf` makes it: nothing else of OpenAPI is understood */
export function clientOf(document: OpenApi): string {
	const types = Object.entries(document.components.schemas)
		// What went wrong is said by request.ts.
		.filter(([name]) => name !== "Problem")
		.map(
			([name, schema]) =>
				`${comment(schema.description, "")}export type ${name} = ${typeOf(schema, "")};\n`,
		);
	const methods = Object.entries(document.paths).flatMap(([path, each]) =>
		Object.entries(each).map(([method, described]) => methodOf(method, path, described)),
	);
	return `// Written by tools/api-client.ts from the OpenAPI document: change nothing here.
import { type Answered, ask, type Options } from "./request.ts";

export { type Answered, ConcordProblem, eachPage, type Options, type ProblemSaid } from "./request.ts";

${types.join("\n")}
/** Concord, as whoever holds a token may use it. */
export class Concord {
	readonly #options: Options;

	constructor(options: Options) {
		this.#options = options;
	}
${methods.join("")}}
`;
}

const comment = (text: string | undefined, indent: string): string =>
	text ? `${indent}/** ${text.replaceAll("*/", "* /")} */\n` : "";

/** A schema as a type. @param indent of the line that it stands in */
function typeOf(schema: JsonSchema, indent: string): string {
	const { $ref, anyOf, oneOf, type, items, properties, additionalProperties } = schema;
	if ($ref) return $ref.split("/").at(-1) ?? "";
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
	const several = anyOf ?? oneOf;
	if (several) return [...new Set(several.map((each) => typeOf(each, indent)))].join(" | ");
	if (Array.isArray(type))
		return type.map((each) => typeOf({ ...schema, type: each }, indent)).join(" | ");
	switch (type) {
		case "array": {
			const { anyOf: any, oneOf: one, enum: some, type: of } = items ?? {};
			const each = typeOf(items ?? {}, indent);
			return any || one || some || Array.isArray(of) ? `(${each})[]` : `${each}[]`;
		}
		case "object":
			return properties
				? objectOf(properties, schema.required ?? [], indent)
				: `Record<string, ${typeOf(typeof additionalProperties === "object" ? additionalProperties : {}, indent)}>`;
		case "integer":
		case "number":
			return "number";
		case "string":
		case "boolean":
		case "null":
			return type;
		default:
			return "unknown";
	}
}

function objectOf(
	properties: Record<string, JsonSchema>,
	required: string[],
	indent: string,
): string {
	const rows = Object.entries(properties).map(([name, schema]) => {
		const key = /^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name);
		const optional = required.includes(name) ? "" : "?";
		return `${comment(schema.description, `${indent}\t`)}${indent}\t${key}${optional}: ${typeOf(schema, `${indent}\t`)};\n`;
	});
	return rows.length === 0 ? "Record<string, never>" : `{\n${rows.join("")}${indent}}`;
}

function methodOf(method: string, path: string, described: Described): string {
	const { operationId, summary, description, parameters, requestBody, responses } = described;
	const places = parameters.filter(({ in: where }) => where === "path");
	const query = parameters.filter(({ in: where }) => where === "query");
	const headers = parameters.filter(({ in: where }) => where === "header");
	const body = requestBody && Object.entries(requestBody.content)[0];
	const isFileBody = body?.[0] === "application/octet-stream";
	const asked: Record<string, JsonSchema> = {};
	const required: string[] = [];
	for (const { name, schema, description: says, required: must } of [...places, ...query]) {
		asked[name] = { ...schema, ...(says && { description: says }) };
		if (must) required.push(name);
	}
	if (body && !isFileBody) {
		asked.body = body[1].schema;
		required.push("body");
	}
	const rows = objectOf(asked, required, "\t\t").replace(
		/^\{\n|\t\t\}$|^Record<string, never>$/g,
		"",
	);
	const more = [
		...(isFileBody ? ["\t\t\tfile: Uint8Array;\n"] : []),
		...headers.map(({ name, required: must, description: says }) => {
			const called = headerNames[name] ?? name;
			return `${comment(says, "\t\t\t")}\t\t\t${called}${must ? "" : "?"}: string;\n`;
		}),
	];
	const isAskedAnything = rows !== "" || more.length > 0;
	const mayBeLeftOut =
		required.length === 0 && !isFileBody && headers.every((each) => !each.required);
	const [, answered] =
		Object.entries(responses).find(([status]) => status === "200" || status === "201") ?? [];
	const json = answered?.content?.["application/json"];
	const answer = json ? typeOf(json.schema, "\t") : "Uint8Array";
	const sent = [
		`method: "${method.toUpperCase()}"`,
		`path: \`${`/api/v1${path}`.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\${encodeURIComponent(asked.${name})}`)}\``,
		...(query.length > 0
			? [
					`query: { ${query.map(({ name }) => `${JSON.stringify(name)}: asked.${name}`).join(", ")} }`,
				]
			: []),
		...(body ? [isFileBody ? "file: asked.file" : "json: asked.body"] : []),
		...headers.map(({ name }) => `${headerNames[name]}: asked.${headerNames[name]}`),
	];
	return `
	/** ${summary}. ${description.replaceAll("*/", "* /")} */
	${operationId}(${isAskedAnything ? `asked: {\n${rows}${more.join("")}\t\t}${mayBeLeftOut ? " = {}" : ""}` : ""}): Promise<Answered<${answer}>> {
		return ask(this.#options, { ${sent.join(", ")} }, "${json ? "json" : "file"}");
	}
`;
}

const headerNames: Record<string, string> = {
	"Idempotency-Key": "key",
	"If-Match": "ifMatch",
	"If-None-Match": "ifNoneMatch",
};
