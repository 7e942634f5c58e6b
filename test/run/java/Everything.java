import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Calls every static method without parameters of generated classes: builders with their defaults, enum constants.
 *
 * <p>java Everything CLASSES: a file with one class name per line.
 */
public final class Everything {
    private Everything() {}

    public static void main(String[] arguments) throws Exception {
        for (String name : Files.readAllLines(Path.of(arguments[0]))) {
            for (Method method : Class.forName(name).getMethods()) {
                if (Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0) {
                    method.invoke(null);
                }
            }
        }
        System.out.println("done");
    }
}
