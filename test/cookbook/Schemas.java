import com.acme.models.components.AccountInput;
import com.acme.models.components.AccountOutput;
import com.acme.models.components.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Field;
import java.util.List;

/** Prints the annotations of some classes. */
public final class Schemas {
    private Schemas() {}

    public static void main(String[] arguments) {
        for (Class<?> type : List.of(Person.class, AccountInput.class, AccountOutput.class)) {
            for (Field field : type.getDeclaredFields()) {
                Schema schema = field.getAnnotation(Schema.class);
                if (schema != null) {
                    System.out.println(shown(field, schema));
                }
            }
        }
    }

    private static String shown(Field field, Schema schema) {
        return String.join(
                "|",
                field.getName(),
                schema.description().replaceAll("\\s+", " "),
                schema.requiredMode().toString(),
                schema.nullable() ? "nullable" : "",
                schema.deprecated() ? "deprecated" : "",
                schema.accessMode().toString(),
                schema.pattern(),
                schema.minLength() + ".." + schema.maxLength(),
                schema.minimum() + ".." + schema.maximum());
    }
}
