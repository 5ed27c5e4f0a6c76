/** The OpenAPI document as a page: what there is to ask, what is sent and what comes back. */

import { apiReferencePath, apiTokensPath } from "../addresses.ts";
import { govukDetails, govukTable, govukTag } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { Layout } from "../kit/layout.tsx";
import type { PageFrame } from "../kit/page-frame.ts";
import type { Routes } from "../kit/request.ts";
import { asEnglish } from "../kit/say.tsx";
import { Link, Section } from "../kit/text.tsx";
import { type Described, type JsonSchema, type OpenApi, openApiOf } from "./openapi.ts";
import { apiPath } from "./operation.ts";
import { operations } from "./operations.ts";

/** What the API can do, for whoever writes a program: nothing in it is secret. */
export const apiReferenceRoutes: Routes = (web, app) => {
	let document: OpenApi | undefined;
	web.get(apiReferencePath, { config: { public: true } }, ({ frame }, reply) => {
		document ??= openApiOf(operations, app.address);
		return reply.page(<ApiReferencePage frame={frame} document={document} />);
	});
};

type Listed = { method: string; path: string; described: Described };

const ApiReferencePage = ({
	frame,
	document: { paths, tags, components, servers },
}: {
	frame: PageFrame;
	document: OpenApi;
}): Html => {
	const all: Listed[] = Object.entries(paths).flatMap(([path, each]) =>
		Object.entries(each).map(([method, described]) => ({
			method: method.toUpperCase(),
			path,
			described,
		})),
	);
	return (
		<Layout frame={frame} title={asEnglish("The API")} width="full">
			<p class="govuk-body">
				What a page lets somebody do, a program may do for them by a token of theirs, with the same
				rules. Tokens are made under <Link href={apiTokensPath}>your settings</Link>. The same as
				this page, for programs: <Link href={`${apiPath}/openapi.json`}>the OpenAPI document</Link>.
			</p>
			<ul class="govuk-list govuk-list--bullet">
				<li>
					Every address begins with <code class="concord-break">{servers[0]?.url}</code>. Send{" "}
					<code>Authorization: Bearer</code> and the token.
				</li>
				<li>
					What changes something needs a header <code>Idempotency-Key</code>. Sent again with the
					same one, it is done once.
				</li>
				<li>
					What goes wrong is answered as <code>application/problem+json</code>. Decide by its{" "}
					<code>code</code>; its <code>detail</code> may be shown to people.
				</li>
			</ul>
			{tags.map(({ name }) => (
				<Section id={idOf(name)} title={name}>
					{all
						.filter(({ described }) => described.tags.includes(name))
						.map((each) => (
							<OneOperation {...each} />
						))}
				</Section>
			))}
			<Section id="schemas" title="What is sent and answered">
				{Object.entries(components.schemas).map(([name, schema]) => (
					<>
						<h3 class="govuk-heading-s" id={`schema-${name}`}>
							{name}
						</h3>
						{schema.description && <p class="govuk-body">{schema.description}</p>}
						<Shape schema={schema} />
					</>
				))}
			</Section>
		</Layout>
	);
};

const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, "-");

const OneOperation = ({ method, path, described }: Listed): Html => {
	const sent = Object.entries(described.requestBody?.content ?? {})[0];
	const [status, answered] =
		Object.entries(described.responses).find(([each]) => each.startsWith("20")) ?? [];
	const [type, content] = Object.entries(answered?.content ?? {})[0] ?? [];
	return (
		<>
			<h3 class="govuk-heading-s govuk-!-margin-bottom-1" id={described.operationId}>
				{described.summary}
			</h3>
			<p class="govuk-body govuk-!-margin-bottom-1">
				{govukTag({
					text: method,
					classes: method === "GET" ? "govuk-tag--blue" : "govuk-tag--green",
				})}{" "}
				<code class="concord-break">{path}</code>
			</p>
			<p class="govuk-body">{described.description.replaceAll("`", "")}</p>
			{govukDetails({
				summaryText: `What ${described.operationId} takes and answers`,
				html: (
					<>
						{described.parameters.length > 0 &&
							govukTable({
								caption: "Parameters",
								captionClasses: "govuk-table__caption--s",
								head: [{ text: "Name" }, { text: "In" }, { text: "What it is" }],
								rows: described.parameters.map((one) => [
									{ html: <code>{one.name}</code> },
									{ text: `${one.in}${one.required ? "" : ", optional"}` },
									{
										html: (
											<>
												{sayType(one.schema)}
												{one.description && `. ${one.description.replaceAll("`", "")}`}
											</>
										),
									},
								]),
							})}
						{sent && (
							<>
								<h4 class="govuk-heading-s">Sent as {sent[0]}</h4>
								<Shape schema={sent[1].schema} />
							</>
						)}
						<h4 class="govuk-heading-s">
							Answered {status} {type && `as ${type}`}
						</h4>
						{content && <Shape schema={content.schema} />}
					</>
				),
			})}
		</>
	);
};

/** A schema as a table of its parts, or in a few words. */
const Shape = ({ schema }: { schema: JsonSchema }): Html =>
	schema.properties ? (
		govukTable({
			head: [{ text: "Name" }, { text: "What it is" }],
			rows: Object.entries(schema.properties).map(([name, each]) => [
				{ html: <code>{schema.required?.includes(name) ? name : `${name}?`}</code> },
				{
					html: (
						<>
							{sayType(each)}
							{each.description && `. ${each.description.replaceAll("`", "")}`}
						</>
					),
				},
			]),
		})
	) : (
		<p class="govuk-body">{sayType(schema)}</p>
	);

/** A schema in words: "text", "a list of Owed", "one of open, ended". */
function sayType(schema: JsonSchema): Html | string {
	const { $ref, type, items, anyOf, properties, additionalProperties } = schema;
	if ($ref) {
		const name = $ref.split("/").at(-1) ?? "";
		return <Link href={`#schema-${name}`}>{name}</Link>;
	}
	if (schema.const !== undefined) return `“${String(schema.const)}”`;
	if (schema.enum) return `one of ${schema.enum.map(String).join(", ")}`;
	if (anyOf)
		return (
			<>
				{anyOf.map((each, nth) => (
					<>
						{nth > 0 && " or "}
						{sayType(each)}
					</>
				))}
			</>
		);
	if (Array.isArray(type)) return type.map(inWords).join(" or ");
	if (type === "array") return <>a list of {sayType(items ?? {})}</>;
	if (properties)
		return (
			<>
				{"{ "}
				{Object.entries(properties).map(([name, each], nth) => (
					<>
						{nth > 0 && ", "}
						{name}: {sayType(each)}
					</>
				))}
				{" }"}
			</>
		);
	if (type === "object")
		return (
			<>by name, {sayType(typeof additionalProperties === "object" ? additionalProperties : {})}</>
		);
	return schema.format === "binary" ? "the bytes of a file" : inWords(type ?? "anything");
}

const inWords = (type: string): string =>
	({ string: "text", integer: "a whole number", number: "a number", boolean: "true or false" })[
		type
	] ?? type;
