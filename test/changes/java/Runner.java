import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Runs consumers, and reads documents with the classes: JSON lines {@code {model, json}}, {@code {consumer, json}} or
 * {@code {consumer}} come in, and as many answers go out.
 */
public final class Runner {
    private static final ObjectMapper LINES = new ObjectMapper();

    private Runner() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode request = LINES.readTree(line);
                String json = request.has("json") ? request.get("json").asText() : null;
                Object answer = request.has("model")
                        ? receive(request.get("model").asText(), json)
                        : run(request.get("consumer").asText(), json);
                out.println(LINES.writeValueAsString(answer));
            }
        }
        out.flush();
    }

    private static String receive(String model, String json) throws Exception {
        try {
            Object value = new ObjectMapper().readValue(json, Class.forName(model));
            return violations(value).isEmpty() ? "accepted" : "invalid";
        } catch (InvalidDefinitionException e) {
            // The class itself is broken, for any document.
            throw e;
        } catch (JsonProcessingException e) {
            return "rejected";
        }
    }

    /** Class files that do not fit the library fail with errors, not exceptions. */
    private static ObjectNode run(String consumer, String json) throws Exception {
        ObjectNode answer = LINES.createObjectNode();
        try {
            if (json != null) {
                return answer.put("trace", String.valueOf(call(consumer, "run", json)));
            }
            Map<?, ?> variants = (Map<?, ?>) call(consumer, "variants");
            ObjectNode made = answer.putObject("variants");
            variants.forEach((name, make) -> made.set((String) name, made((Callable<?>) make)));
            return answer;
        } catch (InvocationTargetException e) {
            return LINES.createObjectNode().put("failure", String.valueOf(e.getCause()));
        } catch (LinkageError e) {
            return LINES.createObjectNode().put("failure", String.valueOf(e));
        }
    }

    private static Object call(String consumer, String method, String... parameters) throws Exception {
        Class<?>[] types = parameters.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
        return Class.forName(consumer).getMethod(method, types).invoke(null, (Object[]) parameters);
    }

    private static ObjectNode made(Callable<?> make) {
        ObjectNode answer = LINES.createObjectNode();
        try {
            Object value = make.call();
            answer.put("json", new ObjectMapper().writeValueAsString(value));
            violations(value).forEach(answer.putArray("violations")::add);
            return answer;
        } catch (Exception | LinkageError e) {
            return LINES.createObjectNode().put("failure", String.valueOf(e));
        }
    }

    /** What {@code validate} reports, or how it fails. */
    private static List<String> violations(Object value) throws ReflectiveOperationException {
        try {
            List<?> found = (List<?>) value.getClass().getMethod("validate").invoke(value);
            return found.stream().map(String::valueOf).toList();
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getCause()));
        }
    }
}
