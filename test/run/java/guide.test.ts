/** The snippets of docs/java.md: all Java compiles as it is, without warnings, and runs; settings match tested projects. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { compile, inTemporaryFolder, javaOf, run } from "./tree.js";

const page = readFileSync(join(projectRoot, "docs/java.md"), "utf8");

function snippetsIn(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, text = ""]) => text);
}

/** The models that the snippets use. */
const spec = `models:
  Person:
    fields:
      name: { type: string, required: true, maxLength: 9 }
      nick: string?
      state: State
      contact: Contact
      value: Value
      ratio: number
  PersonPatch: { from: Person, partial: true }
  Role: { enum: [reader, editor] }
  State: { enum: [active, suspended], open: true }
  Contact: { oneOf: [Email, Phone] }
  Email: { fields: { kind: { const: email, required: true }, address: { type: string, required: true } } }
  Phone: { fields: { kind: { const: phone, required: true }, number: { type: string, required: true } } }
  Value: { oneOf: [string, boolean] }
`;

/** Removes the snippet that contains a string from a list, and returns it. */
function take(snippets: string[], part: string): string {
  const at = snippets.findIndex((each) => each.includes(part));
  expect(at, part).toBeGreaterThanOrEqual(0);
  return snippets.splice(at, 1).join("");
}

/** A program with every Java snippet but the module, which module.test.ts compiles. */
function program(): string {
  const rest = [...snippetsIn("java")];
  take(rest, "module com.example.api {");
  const errors = take(rest, "@RestControllerAdvice");
  const source = `
import com.example.api.models.components.*;
import com.example.api.support.*;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Map;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableJakartaValueExtractor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

public final class Guide {
    static final String GIVEN = "{\\"name\\":\\"Ada\\",\\"state\\":\\"new\\",\\"contact\\":{\\"kind\\":\\"phone\\",\\"number\\":\\"1\\"}}";

    static Person mapper(String json) throws Exception {
        ${take(rest, "ObjectMapper mapper = new")}
        check(written, json);
        return person;
    }

    static void errors(ObjectMapper mapper, String json) throws Exception {
        ${take(rest, "} catch (ReadException e)")}
    }

    static void lenient(String json) throws Exception {
        ${take(rest, "Lenient.read(")}
        check(person.ratio().isPresent(), false);
        check(violations.get(0).path(), "$.ratio");
    }

    static String label(State state) {
        ${take(rest, "switch (state.constant())")}
        return label;
    }

    static String text(Contact contact) {
        ${take(rest, "Contact.match(")}
        return text;
    }

    ${take(rest, "LocalValidatorFactoryBean validator()")}

    ${take(rest, "ModelConverter openApiConverter()")}

    static void converters() {
        ${take(rest, "ModelConverters.getInstance()")}
    }

    static ValidatorFactory extractor() {
        return ${take(rest, "Validation.byDefaultProvider()")}
    }

    static ${errors.replace(/\}\n$/, `\n${take(rest, "MethodArgumentNotValidException e")}}\n`)}

    ${take(rest, '@PostMapping("/people")')}

    ${take(rest, "@PatchMapping")}

    Person find(String name) {
        return Person.builder().name(name).nick("old").ratio(0.5).build();
    }

    static ${take(rest, "@Configuration")}

    static void check(Object actual, Object expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError(actual + " is not " + expected);
        }
    }

    /** The paths that a validator finds, in Java and in JSON. */
    static List<String> pathsOf(jakarta.validation.Validator validator, Person person) {
        return validator.validate(person).stream()
                .map(each -> each.getPropertyPath() + " " + ConstraintPaths.of(each))
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        Person person = mapper(GIVEN);
        check(label(person.state().orElseThrow()), "new: new");
        check(label(State.ACTIVE), "active");
        check(text(person.contact().orElseThrow()), "1");
        check(text(Email.builder().address("a@b.c").build()), "a@b.c");
        lenient("{\\"name\\":\\"Ada\\",\\"ratio\\":\\"half\\"}");
        errors(new ObjectMapper(), "{\\"name\\":1,\\"nick\\":[]}");

        Person.Builder builder = Person.builder().name("much too long").value(Value.ofString("a"));
        check(builder.nick(null).build().nick(), JsonNullable.of(null));
        check(builder.nickNullable(JsonNullable.undefined()).build().nick(), JsonNullable.undefined());
        try {
            new ObjectMapper().writeValueAsString(builder.ratio(Double.NaN).build());
            throw new AssertionError("NaN was written");
        } catch (JsonMappingException e) {
            check(JsonPaths.of(e), "$.ratio");
        }

        Person wrong = builder.ratio(1.5).build();
        try (LocalValidatorFactoryBean validator = validator()) {
            validator.afterPropertiesSet();
            check(pathsOf(validator.getValidator(), wrong), List.of("name $.name"));
        }
        try (ValidatorFactory factory = extractor()) {
            check(pathsOf(factory.getValidator(), wrong), List.of("name $.name"));
        }
        converters();
        check(ModelConverters.getInstance().readAll(Person.class).get("Person").getRequired(), List.of("name"));
        check(openApiConverter().getClass(), OpenApiConverter.class);

        Guide guide = new Guide();
        check(guide.create(person), person);
        try {
            guide.create(wrong);
            throw new AssertionError("created");
        } catch (ErrorResponseException e) {
            check(e.getStatusCode(), HttpStatus.BAD_REQUEST);
            check(e.getBody().getProperties().get("violations"), wrong.validate());
        }
        Person patched = guide.update("Ada", new ObjectMapper().readValue("{\\"nick\\":null}", PersonPatch.class));
        check(patched, guide.find("Ada").toBuilder().nick(null).build());
        DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
        new Parameters().addFormatters(conversion);
        check(conversion.convert("editor", Role.class), Role.EDITOR);
        check(conversion.convert("new", State.class), State.of("new"));
        try {
            new ObjectMapper().readValue("{}", Person.class);
        } catch (ReadException e) {
            @SuppressWarnings("deprecation")
            ProblemDetail problem = new Errors().handle(new HttpMessageNotReadableException("", e));
            check(problem.getProperties().get("violations"), e.violations());
        }
        System.out.println("done");
    }
}
`;
  expect(rest).toEqual([]);
  return source;
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test("the Java snippets compile and run", async () => {
    await inTemporaryFolder(async (folder) => {
      const options = "package: com.example.api, validation: jakarta, openapi: schemas";
      writeFileSync(join(folder, "spec.yaml"), spec);
      writeFileSync(
        join(folder, "modelwright.yaml"),
        `spec: spec.yaml\ntargets: { java: { language: java, output: out, ${options} } }\n`,
      );
      const files = await javaOf(folder);
      const guide = join(folder, "Guide.java");
      writeFileSync(guide, program());
      expect(compile(folder, files, [guide], "guide-pom.xml")).toBe("");
      expect(run(folder, "Guide", [], "", "guide-pom.xml")).toBe("done\n");
    });
  });
});

test("the target for Jackson 3 is the one of a tested project", () => {
  expect(snippetsIn("yaml")).toHaveLength(1);
  const { targets } = parse(snippetsIn("yaml")[0]!) as { readonly targets: { readonly java: object } };
  const tested = parse(fileOf("springdoc-spring-boot-4/modelwright.yaml")) as typeof targets & {
    readonly targets: { readonly models: object };
  };
  expect(tested.targets.models).toMatchObject(targets.java);
});

test("the settings for Kotlin are in its project, and its code in the project's program", () => {
  const [configuration, ...others] = snippetsIn("xml").filter((each) => each.includes("<sourceDirs>"));
  expect(others).toEqual([]);
  const folders = /<sourceDirs>.*?<\/sourceDirs>/s.exec(configuration!)?.[0];
  expect(lines(fileOf("kotlin/pom.xml"))).toContain(lines(folders!));
  const code = snippetsIn("kotlin").filter((each) => !each.startsWith("dependencies {"));
  expect(code).toHaveLength(1);
  expect(lines(fileOf("kotlin/src/main/kotlin/com/example/people/Main.kt"))).toContain(lines(code[0]!));
});

test("no other kind of snippet is on the page", () => {
  const languages = [...page.matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
  expect([...new Set(languages)].toSorted()).toEqual(["java", "kotlin", "xml", "yaml"]);
});

function fileOf(path: string): string {
  return readFileSync(join(projectRoot, "test/projects", path), "utf8");
}

/** The lines of a text without their indentation. */
function lines(text: string): string {
  return text.replace(/^ +/gm, "");
}
