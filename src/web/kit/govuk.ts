/**
 * The GOV.UK Design System's components as typed functions: `govukRadios({ … })` gives Html.
 * Those that pages use much are written in TSX, the others come from the templates that
 * govuk-frontend ships; test/govuk-fidelity.test.ts holds every one to the official fixtures.
 */
import { govukButton } from "./govuk/button.tsx";
import type * as Options from "./govuk/options.ts";
import { fromTemplate } from "./govuk/template.ts";

export { govukBackLink } from "./govuk/back-link.tsx";
export { govukButton } from "./govuk/button.tsx";
export { govukCheckboxes } from "./govuk/checkboxes.tsx";
export { govukDateInput } from "./govuk/date-input.tsx";
export { govukDetails } from "./govuk/details.tsx";
export { govukErrorMessage } from "./govuk/error-message.tsx";
export { govukErrorSummary } from "./govuk/error-summary.tsx";
export { govukFieldset } from "./govuk/fieldset.tsx";
export { govukHint } from "./govuk/hint.tsx";
export { govukInput } from "./govuk/input.tsx";
export { govukInsetText } from "./govuk/inset-text.tsx";
export { govukPagination } from "./govuk/pagination.tsx";
export { govukRadios } from "./govuk/radios.tsx";
export { govukSelect } from "./govuk/select.tsx";
export { govukSummaryList } from "./govuk/summary-list.tsx";
export { govukTable } from "./govuk/table.tsx";
export { govukTag } from "./govuk/tag.tsx";
export { govukTextarea } from "./govuk/textarea.tsx";

export const govukCharacterCount = fromTemplate<Options.CharacterCountOptions>("character-count");
export const govukFileUpload = fromTemplate<Options.FileUploadOptions>("file-upload");
export const govukNotificationBanner =
	fromTemplate<Options.NotificationBannerOptions>("notification-banner");
export const govukPasswordInput = fromTemplate<Options.PasswordInputOptions>("password-input");
export const govukTaskList = fromTemplate<Options.TaskListOptions>("task-list");
export const govukWarningText = fromTemplate<Options.WarningTextOptions>("warning-text");

/** A button for what is not the main thing on its page. */
export const secondaryButton = (options: Omit<Options.ButtonOptions, "classes">) =>
	govukButton({ ...options, classes: "govuk-button--secondary" });
