import { languageOf } from "../../language/marks.ts";
import { speakingNow } from "../../language/speaking.ts";
import { headColourPath, paths, yourSettingsPath } from "../addresses.ts";
import type { FormErrors } from "./form.ts";
import { govukBackLink, govukErrorSummary } from "./govuk.ts";
import { type Child, type Html, raw } from "./html.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import type { PageFrame, SafetyContact } from "./page-frame.ts";
import { PostForm } from "./post-form.tsx";
import { SafetyStrip } from "./safety-strip.tsx";
import { say, sayMoment } from "./say.tsx";
import { SessionDialog } from "./session-dialog.tsx";
import { Unseen } from "./text.tsx";

type LayoutProps = {
	frame: PageFrame;
	/** The page's name, in the browser's title; also its first heading unless `heading` says otherwise. */
	title: string;
	/** The first heading, or false where the page's one question is its heading. */
	heading?: Child | false;
	/** What the page belongs to, above the heading: a reference, a stage. */
	caption?: string | undefined;
	/** What is wrong in the form on this page, in the order of its fields. */
	errors?: FormErrors | undefined;
	back?: { href: string; text?: string } | undefined;
	/**
	 * Text is read in two thirds; tables, timelines and everything at a glance need all of it; a table of eight columns needs
	 * most of the window.
	 */
	width?: "two-thirds" | "full" | "window";
	/** The contacts of the protocol that applies here, when they are not the partnership's. */
	safety?: readonly SafetyContact[] | undefined;
	/** Above the page and as wide as the window: an identity bar. */
	above?: Child;
	/** Before the heading: what was just done. */
	notice?: Child;
	children: Child;
};

/** Every page: its head, what surrounds it, its errors and its heading. */
export function Layout({
	frame,
	title,
	heading = title,
	caption,
	errors = {},
	back,
	width = "two-thirds",
	safety = frame.safety,
	above,
	notice,
	children,
}: LayoutProps): Html {
	const problems = Object.values(errors).filter((error) => !!error);
	const isDoubtAlone = problems.every(({ doubted }) => doubted !== undefined);
	const { language } = speakingNow();
	// Where the title is in English alone, so is most of what it heads. One that somebody typed, such as a name, says nothing.
	const isTranslated =
		language === "en" || (languageOf(title) ?? languageOf(caption ?? "")) !== "en";
	// Drawn first: the head says what forms there are.
	const body = raw(String(<Column width={width}>{children}</Column>));
	return (
		<html lang={language === "en" ? "en-GB" : language} class="govuk-template">
			<head>
				<meta charset="utf-8" />
				<title>
					{[
						problems.length === 0
							? title
							: isDoubtAlone
								? say`Check: ${title}`
								: say`Error: ${title}`,
						frame.partnership,
						"Concord",
					]
						.filter(Boolean)
						.join(" – ")}
				</title>
				<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
				<meta name="theme-color" content={frame.colour ?? "#12343b"} />
				<link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
				<link rel="stylesheet" href={frame.assets.style} />
				{frame.colour && <link rel="stylesheet" href={headColourPath(frame.colour)} />}
				<script type="module" src={frame.assets.script} nonce={frame.cspNonce} />
			</head>
			<body class={`govuk-template__body${width === "window" ? " concord-window-wide" : ""}`}>
				<script nonce={frame.cspNonce}>{raw(marksScriptSupport)}</script>
				<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">
					{say`Skip to main content`}
				</a>
				{frame.rehearsal && <RehearsalBanner now={frame.rehearsal.now} />}
				<Header frame={frame} />
				{safety.length > 0 && <SafetyStrip contacts={safety} />}
				{above}
				<div class="govuk-width-container">
					{back && <nav aria-label={say`Back`}>{govukBackLink({ text: say`Back`, ...back })}</nav>}
					<main
						lang={isTranslated ? undefined : "en"}
						class="govuk-main-wrapper"
						id="main-content"
						tabindex={-1}
					>
						{problems.length > 0 && (
							<TwoThirds>
								{govukErrorSummary({
									titleText: isDoubtAlone
										? say`Check this before you go on`
										: say`There is a problem`,
									errorList: problems.map(({ text, href }) => ({ text, href })),
								})}
							</TwoThirds>
						)}
						{notice && <TwoThirds>{notice}</TwoThirds>}
						{heading !== false && (
							<TwoThirds>
								{caption && <span class="govuk-caption-l">{caption}</span>}
								<h1 class="govuk-heading-l">{heading}</h1>
							</TwoThirds>
						)}
						{body}
					</main>
				</div>
				<Footer help={frame.help} />
				{frame.session && <SessionDialog {...frame.session} byLink={frame.person?.byLink} />}
			</body>
		</html>
	);
}

/** Before anything is drawn, so that what needs a script does not flash up without one. */
const marksScriptSupport =
	"document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'')";

const Column = ({ width, children }: Required<Pick<LayoutProps, "width" | "children">>): Html =>
	width === "two-thirds" ? <TwoThirds>{children}</TwoThirds> : <>{children}</>;

/** A column of text, as wide as one reads with ease. */
export const TwoThirds = ({ children }: { children: Child }): Html => (
	<div class="govuk-grid-row">
		<div class="govuk-grid-column-two-thirds">{children}</div>
	</div>
);

const RehearsalBanner = ({ now }: { now: Temporal.ZonedDateTime | undefined }): Html => (
	<section class="concord-rehearsal" aria-label={say`Rehearsal`}>
		<div class="govuk-width-container concord-rehearsal__row">
			<p class="concord-rehearsal__text">
				<strong>{say`Rehearsal. Nothing here is real.`}</strong>{" "}
				{now && (
					<span>
						{say`It is ${<time datetime={now.toString({ timeZoneName: "never", smallestUnit: "second" })}>{sayMoment(now)}</time>}.`}
					</span>
				)}
			</p>
			{now && (
				<span>
					<a class="govuk-link govuk-link--no-visited-state" href={paths.rehearsal}>
						{say`Move time or change person`}
					</a>{" "}
					·{" "}
					<a class="govuk-link govuk-link--no-visited-state" href={paths.mailbox}>
						{say`Mail`}
					</a>
				</span>
			)}
		</div>
	</section>
);

const Header = ({ frame }: { frame: PageFrame }): Html => (
	<header class="govuk-template__header">
		<div class="govuk-generic-header concord-header">
			<div class="govuk-width-container concord-header__row">
				<div class="concord-header__names">
					<a
						href="/"
						class="govuk-generic-header__homepage-link concord-header__service"
					>{say`Concord`}</a>
					{frame.partnership && (
						<span class="concord-header__partnership">{frame.logoText ?? frame.partnership}</span>
					)}
				</div>
				{(frame.person || frame.offersWelsh) && (
					<div class="concord-header__person">
						<LanguageSwitch frame={frame} />
						{frame.person && <Person frame={frame} person={frame.person} />}
					</div>
				)}
			</div>
		</div>
		{frame.navigation.length > 0 && <Navigation frame={frame} />}
	</header>
);

const Person = ({
	frame,
	person,
}: {
	frame: PageFrame;
	person: NonNullable<PageFrame["person"]>;
}): Html => (
	<>
		<span>
			<Unseen>{say`Signed in as`} </Unseen>
			{person.name}, {person.agency}
		</span>
		{person.hasOtherPosts && (
			<a class="concord-header__settings" href={paths.actingFor}>
				{say`Act for another`}
			</a>
		)}
		{!person.byLink && (
			<a class="concord-header__settings" href={yourSettingsPath}>
				{say`Your settings`}
			</a>
		)}
		<PostForm frame={frame} action={paths.signOut} signsOut>
			<button type="submit" class="concord-header__sign-out">
				{say`Sign out`}
			</button>
		</PostForm>
	</>
);

const Navigation = ({ frame: { navigation, path } }: { frame: PageFrame }): Html => (
	<div class="govuk-service-navigation" data-module="govuk-service-navigation">
		<div class="govuk-width-container">
			<div class="govuk-service-navigation__container">
				<nav aria-label={say`Menu`} class="govuk-service-navigation__wrapper">
					<button
						type="button"
						class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
						aria-controls="navigation"
						hidden
					>
						{say`Menu`}
					</button>
					<ul class="govuk-service-navigation__list" id="navigation">
						{navigation.map(({ text, href, leadsTo = [] }) => {
							const here = path === href;
							const within = [href, ...leadsTo].some(
								(each) => path === each || path.startsWith(`${each}/`),
							);
							return (
								<li
									class={`govuk-service-navigation__item${within ? " govuk-service-navigation__item--active" : ""}`}
								>
									<a
										class="govuk-service-navigation__link"
										href={href}
										aria-current={here ? "page" : within ? "true" : undefined}
									>
										{within ? (
											<strong class="govuk-service-navigation__active-fallback">{text}</strong>
										) : (
											text
										)}
									</a>
								</li>
							);
						})}
					</ul>
				</nav>
			</div>
		</div>
	</div>
);

const FooterLink = ({ href, children }: { href: string; children: Child }): Html => (
	<a class="govuk-link govuk-link--no-visited-state" href={href}>
		{children}
	</a>
);

const Footer = ({ help }: Pick<PageFrame, "help">): Html => (
	<footer class="govuk-template__footer concord-footer">
		<div class="govuk-width-container">
			<ul class="concord-footer__list">
				<li>
					<FooterLink href={paths.help}>{say`Help and contacts`}</FooterLink>
				</li>
				<li>
					<FooterLink href={paths.privacy}>{say`Privacy notice`}</FooterLink>
				</li>
				<li>
					<FooterLink href={paths.accessibility}>{say`Accessibility statement`}</FooterLink>
				</li>
				{help && <li>{say`Help with Concord: ${help}`}</li>}
			</ul>
		</div>
	</footer>
);
