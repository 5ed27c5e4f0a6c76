import { expect, test } from "vitest";
import { officeForAll } from "../../../test/support/office.ts";
import { sessionStore } from "../../store/sessions.ts";
import { paths, rehearsalPaths } from "../addresses.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });

const tokenIn = (body: string): string => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? "";

/** Signs the teacher in by the button that a rehearsal has for everybody. */
async function signedIn() {
	const web = partnership.serve({ sessions: sessionStore(partnership.serving) });
	const page = await web.inject(paths.signIn);
	const cookiesOf = ({ cookies }: typeof page) =>
		Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
	const answer = await web.inject({
		method: "POST",
		url: rehearsalPaths.signIn,
		cookies: cookiesOf(page),
		payload: new URLSearchParams({
			_csrf: tokenIn(page.body),
			person: partnership.people.teacher.id,
		}).toString(),
		headers: { "content-type": "application/x-www-form-urlencoded" },
	});
	expect(answer.statusCode).toBe(303);
	const cookies = cookiesOf(answer);
	const open = async (url: string) => (await web.inject({ url, cookies })).body;
	/** The status with which a form is answered that does nothing, so that its token alone is looked at. */
	const send = async (token: string) =>
		(
			await web.inject({
				method: "POST",
				url: paths.staySignedIn,
				cookies,
				payload: new URLSearchParams({ _csrf: token }).toString(),
				headers: { "content-type": "application/x-www-form-urlencoded" },
			})
		).statusCode;
	return { open, send };
}

test("two pages that are opened at once right after signing in both send their form", async () => {
	const { open, send } = await signedIn();
	const [one = "", other = ""] = await Promise.all([open(paths.differences), open(paths.myWork)]);
	expect(tokenIn(one)).not.toBe("");
	expect(await send(tokenIn(one))).toBeLessThan(400);
	expect(await send(tokenIn(other))).toBeLessThan(400);
	expect(await send("made-up")).toBe(403);
});

test("no two answers have the same token, nor do two forms of one page", async () => {
	const { open } = await signedIn();
	const pages = [await open(paths.myWork), await open(paths.myWork)].join();
	const tokens = [...pages.matchAll(/name="_csrf" value="([^"]+)"/g)].map(([, token]) => token);
	expect(tokens.length).toBeGreaterThan(1);
	expect(new Set(tokens).size).toBe(tokens.length);
});
