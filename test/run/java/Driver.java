import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads documents with the generated models and writes them back: JSON lines {@code {id, model, json}} come in, JSON lines
 * {@code {id, ok, class, json, violations}} or {@code {id, ok, errors}} go out. With another document, {@code other}, the
 * answer has {@code equal} too. A request with {@code build} in place of {@code json} builds the model of those values;
 * {@code equal} then says whether it equals what is read of its JSON.
 *
 * <p>java Driver MODELS [MAPPER...]: a JSON file with the class of each model, and static methods of {@code Mappers} that make
 * mappers, each of which answers all requests. The default is a plain mapper.
 */
public final class Driver {
    /** Writes the output lines, with everything outside ASCII escaped, lone surrogates included. */
    private static final ObjectMapper LINES =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonNode classes;
    private final ObjectMapper mapper;

    private Driver(JsonNode classes, ObjectMapper mapper) {
        this.classes = classes;
        this.mapper = mapper;
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode classes = LINES.readTree(Path.of(arguments[0]).toFile());
        List<String> requests;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            requests = in.lines().toList();
        }
        if (arguments.length == 1) {
            new Driver(classes, new ObjectMapper()).answerAll(requests);
        }
        for (String method : List.of(arguments).subList(1, arguments.length)) {
            new Driver(classes, mapper(method)).answerAll(requests);
        }
    }

    private static ObjectMapper mapper(String method) throws ReflectiveOperationException {
        return (ObjectMapper) Class.forName("Mappers").getMethod(method).invoke(null);
    }

    private void answerAll(List<String> requests) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        for (String line : requests) {
            JsonNode request = LINES.readTree(line);
            Class<?> model =
                    Class.forName(classes.get(request.get("model").asText()).asText());
            ObjectNode response = LINES.createObjectNode();
            response.set("id", request.get("id"));
            if (request.has("lenient")) {
                answerLeniently(model, request.get("json").asText(), response);
            } else {
                answer(model, request, response);
            }
            out.println(LINES.writeValueAsString(response));
        }
        out.flush();
    }

    private void answer(Class<?> model, JsonNode request, ObjectNode response) throws Exception {
        try {
            Object value = request.has("build")
                    ? build(model, request.get("build"))
                    : read(model, request.get("json").asText());
            if (value == null) {
                // Jackson reads a null document as null, without calling the model.
                addErrors(List.of("$"), response);
                return;
            }
            String written = mapper.writeValueAsString(value);
            checkCopy(value, written);
            response.put("ok", true).put("class", value.getClass().getName()).put("json", written);
            addViolations(value, response.putArray("violations"));
            if (request.has("build")) {
                response.put("equal", areEqual(value, readBack(model, written)));
            } else if (request.has("other")) {
                response.put(
                        "equal",
                        areEqual(value, read(model, request.get("other").asText())));
            }
        } catch (InvalidDefinitionException e) {
            // The class itself is broken, for any document.
            throw e;
        } catch (JsonProcessingException e) {
            addErrors(request.has("build") ? List.of(pathOf(e)) : pathsOf(e), response);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            addFault(e, response);
        }
    }

    private Object read(Class<?> model, String json) throws JsonProcessingException {
        return mapper.readerFor(model)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readValue(json);
    }

    private Object readBack(Class<?> model, String written) {
        try {
            return read(model, written);
        } catch (JsonProcessingException e) {
            throw new AssertionError(written + " was written", e);
        }
    }

    /** Equal values have equal hash codes. */
    private static boolean areEqual(Object one, Object other) {
        boolean equal = one.equals(other);
        if (other.equals(one) != equal || equal && one.hashCode() != other.hashCode()) {
            throw new AssertionError(one + " and " + other + ": equals and hashCode differ");
        }
        return equal;
    }

    private static Object build(Class<?> model, JsonNode values) throws ReflectiveOperationException {
        Object builder = model.getMethod("builder").invoke(null);
        for (String name : namesOf(values)) {
            Method setter = Stream.of(builder.getClass().getMethods())
                    .filter(method -> method.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            setter.invoke(builder, built(values.get(name), setter.getParameterTypes()[0]));
        }
        return builder.getClass().getMethod("build").invoke(builder);
    }

    /** The value that a request describes; see {@code test/conformance/built.ts}. */
    private static Object built(JsonNode value, Class<?> type) throws ReflectiveOperationException {
        if (value.isArray()) {
            List<Object> items = new ArrayList<>();
            for (JsonNode item : value) {
                items.add(built(item, Object.class));
            }
            return items;
        }
        if (!value.isObject()) {
            return LINES.convertValue(value, Object.class);
        }
        String kind = namesOf(value).get(0);
        JsonNode given = value.get(kind);
        switch (kind) {
            case "double":
                return Double.valueOf(given.asText());
            case "decimal":
                return given.isNumber() ? BigDecimal.valueOf(given.doubleValue()) : new BigDecimal(given.asText());
            case "long":
                return Long.valueOf(given.asText());
            case "date-time":
                return dateTime(given);
            case "member":
                Class<?> member =
                        Class.forName(type.getName() + "$Of" + given.get(0).asText());
                Object inner = built(given.get(1), Object.class);
                for (Method method : member.getMethods()) {
                    if (method.getName().equals("of")) {
                        return method.invoke(null, inner);
                    }
                }
                return member.getConstructors()[0].newInstance(inner);
            default:
                Map<String, Object> fields = new LinkedHashMap<>();
                for (String name : namesOf(value)) {
                    fields.put(name, built(value.get(name), Object.class));
                }
                return fields;
        }
    }

    private static OffsetDateTime dateTime(JsonNode parts) {
        int[] numbers = LINES.convertValue(parts, int[].class);
        return OffsetDateTime.of(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6] * 1_000_000,
                ZoneOffset.ofHours(numbers[7]));
    }

    private static List<String> namesOf(JsonNode object) {
        Map<?, ?> fields = LINES.convertValue(object, LinkedHashMap.class);
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    /** Where a model could not be written. */
    private static String pathOf(JsonProcessingException problem) throws ReflectiveOperationException {
        Method of = Stream.of(Class.forName("com.acme.support.JsonPaths").getMethods())
                .filter(method -> method.getName().equals("of"))
                .findFirst()
                .orElseThrow();
        return (String) of.invoke(null, problem);
    }

    /** Reads without a mapper. The violations are those of the document and those of the model. */
    private void answerLeniently(Class<?> model, String json, ObjectNode response) throws Exception {
        Class<?> deserializer =
                model.getAnnotation(JsonDeserialize.class).using().getSuperclass();
        Class<?> lenient = Class.forName(deserializer.getPackageName() + ".Lenient");
        try {
            Object result = lenient.getMethod("read", Class.class, String.class).invoke(null, model, json);
            Object value = lenient.getMethod("value").invoke(result);
            String written = mapper.writeValueAsString(value);
            checkCopy(value, written);
            response.put("ok", true).put("json", written);
            ArrayNode violations = response.putArray("violations");
            addViolations((List<?>) lenient.getMethod("violations").invoke(result), violations);
            addViolations(value, violations);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof JsonProcessingException problem) {
                addErrors(pathsOf(problem), response);
            } else {
                addFault(e.getCause(), response);
            }
        } catch (JsonProcessingException e) {
            addFault(e, response);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            addFault(e, response);
        }
    }

    /** Another error than the documented ones is a fault, which no vector expects. */
    private static void addFault(Throwable error, ObjectNode response) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        addErrors(List.of(trace.toString()), response);
    }

    /** A copy made with the builder is equal and is written the same. */
    private void checkCopy(Object value, String written) throws Exception {
        Method toBuilder;
        try {
            toBuilder = value.getClass().getMethod("toBuilder");
        } catch (NoSuchMethodException e) {
            return;
        }
        Object builder = toBuilder.invoke(value);
        Object copy = builder.getClass().getMethod("build").invoke(builder);
        boolean equal = copy.equals(value) && copy.hashCode() == value.hashCode();
        if (!equal || !mapper.writeValueAsString(copy).equals(written)) {
            throw new AssertionError(value + " was copied as " + copy);
        }
    }

    private static void addErrors(List<String> paths, ObjectNode response) {
        ArrayNode errors = response.put("ok", false).putArray("errors");
        paths.forEach(path -> errors.addObject().put("path", path));
    }

    /** All errors of a document; a single error at the root if it is not JSON. */
    private static List<String> pathsOf(JsonProcessingException problem) throws ReflectiveOperationException {
        if (!problem.getClass().getSimpleName().equals("ReadException")) {
            return List.of("$");
        }
        List<String> paths = new ArrayList<>();
        for (Object violation :
                (List<?>) problem.getClass().getMethod("violations").invoke(problem)) {
            paths.add((String) violation.getClass().getMethod("path").invoke(violation));
        }
        return paths;
    }

    private static void addViolations(Object value, ArrayNode violations) throws Exception {
        Method validate;
        try {
            validate = value.getClass().getMethod("validate");
        } catch (NoSuchMethodException e) {
            return;
        }
        addViolations((List<?>) validate.invoke(value), violations);
    }

    private static void addViolations(List<?> found, ArrayNode violations) throws Exception {
        for (Object violation : found) {
            ObjectNode node = violations.addObject();
            for (String name : List.of("path", "keyword")) {
                node.put(name, (String) violation.getClass().getMethod(name).invoke(violation));
            }
        }
    }
}
