import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads documents with the generated models, and prints the violations that `validate()` and a Jakarta Bean Validation
 * validator find.
 *
 * <p>java Constraints REQUESTS PATHS: a file with a JSON array of {@code {class, json}}, and the generated class that writes
 * paths.
 */
public final class Constraints {
    private Constraints() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Method pathOf = Class.forName(arguments[1]).getMethod("of", ConstraintViolation.class);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            ArrayNode answers = mapper.createArrayNode();
            for (JsonNode request : mapper.readTree(Path.of(arguments[0]).toFile())) {
                Class<?> type = Class.forName(request.get("class").asText());
                try {
                    Object model = mapper.readValue(request.get("json").asText(), type);
                    if (model != null) {
                        answer(
                                model,
                                validator,
                                pathOf,
                                answers.addObject().put("id", request.get("id").asInt()));
                    }
                } catch (JsonProcessingException e) {
                    continue;
                }
            }
            System.out.println(mapper.writeValueAsString(answers));
        }
    }

    private static void answer(Object model, Validator validator, Method pathOf, ObjectNode answer) throws Exception {
        TreeSet<String> own = new TreeSet<>();
        TreeSet<String> messages = new TreeSet<>();
        try {
            for (Object violation :
                    (List<?>) model.getClass().getMethod("validate").invoke(model)) {
                String path = (String) violation.getClass().getMethod("path").invoke(violation);
                own.add(path);
                messages.add(
                        path + " " + violation.getClass().getMethod("message").invoke(violation));
            }
        } catch (NoSuchMethodException e) {
            // Enums have no constraints.
        }
        TreeSet<String> jakarta = new TreeSet<>();
        ArrayNode unlike = answer.putArray("unlike");
        for (ConstraintViolation<?> violation : validator.validate(model)) {
            String path = (String) pathOf.invoke(null, violation);
            jakarta.add(path);
            String annotation = violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName();
            String message = path + " " + violation.getMessage();
            if (annotation.equals("Limits") && !messages.contains(message)) {
                unlike.add(message);
            }
        }
        own.forEach(answer.putArray("own")::add);
        jakarta.forEach(answer.putArray("jakarta")::add);
    }
}
