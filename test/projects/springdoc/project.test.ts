import { it } from "vitest";
import { isInstalled } from "../project.js";
import { expectDocuments } from "../springdoc.js";

it.runIf(isInstalled("mvn"))("shows the models as they are in JSON", () => expectDocuments(import.meta.url));
