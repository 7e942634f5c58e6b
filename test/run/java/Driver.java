import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads documents with the generated models and writes them back: JSON lines {@code {id, model, json}} come in, JSON lines
 * {@code {id, ok, json, violations}} or {@code {id, ok, errors}} go out.
 *
 * <p>java Driver MODELS PATHS [MAPPER]: a JSON file with the class of each model, the generated class that writes paths, and
 * a static method of {@code Mappers} that makes the mapper. Without one, the mapper is plain.
 */
public final class Driver {
    /** For the lines: everything outside ASCII is escaped, halves of surrogate pairs too. */
    private static final ObjectMapper LINES =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonNode classes;
    private final Method pathOf;
    private final ObjectMapper mapper;

    private Driver(JsonNode classes, Class<?> paths, ObjectMapper mapper) throws NoSuchMethodException {
        this.classes = classes;
        this.pathOf = paths.getMethod("of", JsonMappingException.class);
        this.mapper = mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode classes = LINES.readTree(Path.of(arguments[0]).toFile());
        ObjectMapper mapper = arguments.length < 3 ? new ObjectMapper() : mapper(arguments[2]);
        new Driver(classes, Class.forName(arguments[1]), mapper).answerAll();
    }

    private static ObjectMapper mapper(String method) throws ReflectiveOperationException {
        return (ObjectMapper) Class.forName("Mappers").getMethod(method).invoke(null);
    }

    private void answerAll() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode request = LINES.readTree(line);
            Class<?> model = Class.forName(classes.get(request.get("model").asText()).asText());
            ObjectNode response = LINES.createObjectNode();
            response.set("id", request.get("id"));
            answer(model, request.get("json").asText(), response);
            out.println(LINES.writeValueAsString(response));
        }
        out.flush();
    }

    private void answer(Class<?> model, String json, ObjectNode response) throws Exception {
        try {
            Object value = mapper.readValue(json, model);
            if (value == null) {
                // Jackson makes null of a document that is null, without asking the model.
                addError("$", response);
                return;
            }
            String written = mapper.writeValueAsString(value);
            checkCopy(value, written);
            response.put("ok", true).put("json", written);
            addViolations(value, response.putArray("violations"));
        } catch (InvalidDefinitionException e) {
            // The class is wrong, whatever the document.
            throw e;
        } catch (JsonProcessingException e) {
            addError(pathOf(e), response);
        }
    }

    /** A copy by way of the builder is equal and is written alike. */
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

    private void addError(String path, ObjectNode response) {
        response.put("ok", false).putArray("errors").addObject().put("path", path);
    }

    private String pathOf(JsonProcessingException problem) throws ReflectiveOperationException {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParseException) {
                return "$";
            }
        }
        return (String) pathOf.invoke(null, (JsonMappingException) problem);
    }

    private static void addViolations(Object value, ArrayNode violations) throws Exception {
        Method validate;
        try {
            validate = value.getClass().getMethod("validate");
        } catch (NoSuchMethodException e) {
            return;
        }
        for (Object violation : (List<?>) validate.invoke(value)) {
            ObjectNode node = violations.addObject();
            for (String name : List.of("path", "keyword")) {
                node.put(name, (String) violation.getClass().getMethod(name).invoke(violation));
            }
        }
    }
}
