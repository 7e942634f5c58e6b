import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * Reads documents with the generated models and writes them back: JSON lines {@code {id, model, json}} come in, JSON lines
 * {@code {id, ok, json, violations}} or {@code {id, ok, errors}} go out.
 *
 * <p>java Driver MODELS PATHS: a JSON file with the class of each model, and the generated class that tells paths.
 */
public final class Driver {
    /** As plain as people have it, but that a document ends where its JSON ends. */
    private static final ObjectMapper MODELS = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new JsonNullableModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** For the lines: everything outside ASCII is escaped, halves of surrogate pairs too. */
    private static final ObjectMapper LINES =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonNode classes;
    private final Method pathOf;

    private Driver(JsonNode classes, Class<?> paths) throws NoSuchMethodException {
        this.classes = classes;
        this.pathOf = paths.getMethod("of", JsonMappingException.class);
    }

    public static void main(String[] arguments) throws Exception {
        JsonNode classes = LINES.readTree(Path.of(arguments[0]).toFile());
        new Driver(classes, Class.forName(arguments[1])).answerAll();
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
            Object value = MODELS.readValue(json, model);
            if (value == null) {
                // Jackson makes null of a document that is null, without asking the model.
                addError("$", response);
                return;
            }
            response.put("ok", true).put("json", MODELS.writeValueAsString(value));
            addViolations(value, response.putArray("violations"));
        } catch (JsonProcessingException e) {
            addError(pathOf(e), response);
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
