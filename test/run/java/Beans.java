import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints a JSON object with the bean properties of classes: the names for each class, with their getters.
 *
 * <p>java Beans CLASSES: a file with one class name per line.
 */
public final class Beans {
    private Beans() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode classes = mapper.createObjectNode();
        for (String name : Files.readAllLines(Path.of(arguments[0]))) {
            ArrayNode properties = classes.putArray(name);
            Class<?> type = Class.forName(name);
            for (PropertyDescriptor each :
                    Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors()) {
                properties.add(each.getName() + ": " + each.getReadMethod().getName());
            }
        }
        System.out.println(mapper.writeValueAsString(classes));
    }
}
