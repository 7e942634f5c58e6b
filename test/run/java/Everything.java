import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Calls every static method of generated classes that takes nothing: builders with their defaults, constants of enums.
 *
 * <p>java Everything CLASSES: a file with the name of a class in each line.
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
