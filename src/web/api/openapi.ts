/** The OpenAPI document, made of the schemas that read what is sent and type what is answered: nothing of it is written twice. */
import { z } from "zod";
import { scopes } from "../../domain/people/api-token.ts";
import { concordVersion } from "../../project-root.ts";
import { apiPath, type Operation } from "./operation.ts";
import { problemSchema } from "./problem.ts";

/** A JSON Schema, as far as ours go. @see https://json-schema.org/draft/2020-12 */
export type JsonSchema = {
	$ref?: string;
	type?: string | string[];
	description?: string;
	enum?: unknown[];
	const?: unknown;
	format?: string;
	items?: JsonSchema;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	additionalProperties?: JsonSchema | boolean;
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	allOf?: JsonSchema[];
	$defs?: Record<string, JsonSchema>;
	$schema?: string;
};

type Parameter = {
	name: string;
	in: "path" | "query" | "header";
	required: boolean;
	description?: string;
	schema: JsonSchema;
};
type Content = Record<string, { schema: JsonSchema }>;

/** One operation of the document. */
export type Described = {
	operationId: string;
	tags: string[];
	summary: string;
	description: string;
	security: { token: string[] }[];
	"x-scope": string;
	parameters: Parameter[];
	requestBody?: { required: true; content: Content };
	responses: Record<
		string,
		{ description: string; headers?: Record<string, unknown>; content?: Content }
	>;
};

/** The document. */
export type OpenApi = {
	openapi: "3.1.0";
	info: { title: string; version: string; description: string };
	servers: { url: string }[];
	tags: { name: string }[];
	paths: Record<string, Record<string, Described>>;
	components: {
		schemas: Record<string, JsonSchema>;
		securitySchemes: Record<string, unknown>;
	};
};

/** Describes operations. @param address where people reach Concord */
export function openApiOf(operations: readonly Operation[], address: string): OpenApi {
	const schemas: Record<string, JsonSchema> = {};
	const schemaOf = (schema: z.ZodType, io: "input" | "output"): JsonSchema => {
		const { $defs = {}, $schema: _, ...own } = z.toJSONSchema(schema, { io }) as JsonSchema;
		for (const [name, each] of Object.entries($defs)) schemas[name] ??= inComponents(each);
		return inComponents(own);
	};
	const problems = { "application/problem+json": { schema: schemaOf(problemSchema, "output") } };
	const paths: OpenApi["paths"] = {};
	for (const operation of operations) {
		const {
			id,
			path,
			method,
			tag,
			summary,
			says,
			scope,
			params,
			query,
			body,
			answer,
			status = 200,
		} = operation;
		const described: Described = {
			operationId: id,
			tags: [tag],
			summary,
			description: [says, `Needs the scope \`${scope}\`.`].filter(Boolean).join(" "),
			security: [{ token: [] }],
			"x-scope": scope,
			parameters: [
				...parametersOf(schemaOf(params, "input"), "path"),
				...parametersOf(schemaOf(query, "input"), "query"),
				...(operation.once ? [idempotencyKey] : []),
				...(operation.ifUnchanged ? [ifMatch(operation.ifUnchanged)] : []),
				...(method === "GET" && "parse" in answer ? [ifNoneMatch] : []),
			],
			...(body && {
				requestBody: {
					required: true,
					content: isSchema(body)
						? { "application/json": { schema: schemaOf(body, "input") } }
						: { "application/octet-stream": { schema: binary } },
				},
			}),
			responses: {
				[status]: {
					description: "As asked.",
					...(isSchema(answer)
						? {
								...(method === "GET" && { headers: { ETag: { schema: { type: "string" } } } }),
								content: { "application/json": { schema: schemaOf(answer, "output") } },
							}
						: {
								content: Object.fromEntries(answer.types.map((type) => [type, { schema: binary }])),
							}),
				},
				...(method === "GET" && isSchema(answer) && { 304: { description: "As it was." } }),
				default: { description: "What went wrong.", content: problems },
			},
		};
		paths[path] = { ...paths[path], [method.toLowerCase()]: described };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Concord",
			version: concordVersion,
			description:
				"What a page lets somebody do, a program may do for them by a token of theirs: with the same rules, and never more than they.",
		},
		servers: [{ url: `${address}${apiPath}` }],
		tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
		paths,
		components: {
			schemas: Object.fromEntries(
				Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)),
			),
			securitySchemes: {
				token: {
					type: "http",
					scheme: "bearer",
					description: `A token is made under “Your settings”, for some of these: ${Object.entries(
						scopes,
					)
						.map(([scope, says]) => `\`${scope}\` (${says.toLowerCase()})`)
						.join(", ")}.`,
				},
			},
		},
	};
}

const isSchema = (it: unknown): it is z.ZodType => it instanceof z.ZodType;

const binary: JsonSchema = { type: "string", format: "binary" };

const idempotencyKey: Parameter = {
	name: "Idempotency-Key",
	in: "header",
	required: true,
	description:
		"8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`.",
	schema: { type: "string" },
};
const ifMatch = (readBy: string): Parameter => ({
	name: "If-Match",
	in: "header",
	required: false,
	description: `The \`ETag\` of \`${readBy}\`, as you read it. Where it is another by now, nothing is done and the answer is \`changed-since-read\`.`,
	schema: { type: "string" },
});
const ifNoneMatch: Parameter = {
	name: "If-None-Match",
	in: "header",
	required: false,
	description: "The `ETag` of what was read before: where it is still so, the answer is 304.",
	schema: { type: "string" },
};

const parametersOf = (
	{ properties = {}, required = [] }: JsonSchema,
	where: "path" | "query",
): Parameter[] =>
	Object.entries(properties).map(([name, { description, ...schema }]) => ({
		name,
		in: where,
		required: where === "path" || required.includes(name),
		...(description !== undefined && { description }),
		schema,
	}));

/** The same, with what it refers to among the components of the document. */
function inComponents(schema: JsonSchema): JsonSchema {
	return JSON.parse(
		JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
	) as JsonSchema;
}
