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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads documents with the generated models and writes them back: JSON lines {@code {id, model, json}} come in, JSON lines
 * {@code {id, ok, class, json, violations}} or {@code {id, ok, errors}} go out.
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
                answer(model, request.get("json").asText(), response);
            }
            out.println(LINES.writeValueAsString(response));
        }
        out.flush();
    }

    private void answer(Class<?> model, String json, ObjectNode response) throws Exception {
        try {
            Object value = mapper.readerFor(model)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(json);
            if (value == null) {
                // Jackson reads a null document as null, without calling the model.
                addErrors(List.of("$"), response);
                return;
            }
            String written = mapper.writeValueAsString(value);
            checkCopy(value, written);
            response.put("ok", true).put("class", value.getClass().getName()).put("json", written);
            addViolations(value, response.putArray("violations"));
        } catch (InvalidDefinitionException e) {
            // The class itself is broken, for any document.
            throw e;
        } catch (JsonProcessingException e) {
            addErrors(pathsOf(e), response);
        }
    }

    /** Reads without a mapper. */
    private void answerLeniently(Class<?> model, String json, ObjectNode response) throws Exception {
        Class<?> deserializer = model.getAnnotation(JsonDeserialize.class).using().getSuperclass();
        Class<?> lenient = Class.forName(deserializer.getPackageName() + ".Lenient");
        try {
            Object result = lenient.getMethod("read", Class.class, String.class).invoke(null, model, json);
            Object value = lenient.getMethod("value").invoke(result);
            String written = mapper.writeValueAsString(value);
            checkCopy(value, written);
            response.put("ok", true).put("json", written);
            List<?> violations = (List<?>) lenient.getMethod("violations").invoke(result);
            addViolations(violations, response.putArray("violations"));
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof JsonProcessingException problem)) {
                throw e;
            }
            addErrors(pathsOf(problem), response);
        }
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
