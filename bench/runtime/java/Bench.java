package bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures one operation on one document in a process of its own, and prints the figures as JSON.
 *
 * <p>Arguments: the operation, the class, and the file of the document.
 */
public final class Bench {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long WARM_UP = 2_500_000_000L;
    private static final long BATCH = 100_000_000L;
    private static final int BATCHES = 9;
    private static final long STEP = 1_000_000L;
    private static final int MOST_COPIES = 100;

    /** Keeps results alive, so that none is optimized away. */
    static Object sink;

    private Bench() {}

    private interface Operation {
        Object run() throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        byte[] json = Files.readAllBytes(Path.of(arguments[2]));
        if (arguments[0].equals("cold")) {
            System.out.println("{\"coldNs\":" + cold(arguments[1], json) + "}");
            return;
        }
        Class<?> type = Class.forName(arguments[1]);
        ObjectMapper mapper = mapperFor(type);
        Operation operation = operationOf(arguments[0], type, mapper, json);
        nanosOf(operation, WARM_UP);
        double[] batches = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            batches[batch] = nanosOf(operation, BATCH);
        }
        Arrays.sort(batches);
        double nanos = batches[BATCHES / 2];
        // So many take about a tenth of a second: a hostile document may take half of that.
        int copies = (int) Math.max(1, Math.min(MOST_COPIES, BATCH / nanos));
        String retained = arguments[0].equals("read") ? ",\"retainedBytes\":" + retained(operation, copies) : "";
        System.out.printf(
                "{\"cpuNs\":%.0f,\"allocatedBytes\":%d%s}%n", nanos, allocated(operation, copies), retained);
    }

    private static ObjectMapper mapperFor(Class<?> type) {
        if (!type.getName().startsWith("bench.")) {
            return new ObjectMapper();
        }
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static Operation operationOf(String name, Class<?> type, ObjectMapper mapper, byte[] json)
            throws IOException {
        return switch (name) {
            case "read" -> () -> mapper.readValue(json, type);
            case "parse" -> () -> mapper.readTree(json);
            case "write" -> {
                Object value = mapper.readValue(json, type);
                yield () -> mapper.writeValueAsBytes(value);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The CPU time of one operation, measured for so long. */
    private static double nanosOf(Operation operation, long duration) throws IOException {
        long start = THREAD.getCurrentThreadCpuTime();
        long end = start;
        long count = 0;
        long step = 1;
        while (end - start < duration) {
            for (long index = 0; index < step; index++) {
                sink = operation.run();
            }
            count += step;
            end = THREAD.getCurrentThreadCpuTime();
            // Looking at the clock takes time, too, but one operation may take longer than a step should.
            step = Math.max(1, STEP * count / (end - start));
        }
        return (double) (end - start) / count;
    }

    private static long allocated(Operation operation, int copies) throws IOException {
        long id = Thread.currentThread().getId();
        long start = THREAD.getThreadAllocatedBytes(id);
        for (int index = 0; index < copies; index++) {
            sink = operation.run();
        }
        return (THREAD.getThreadAllocatedBytes(id) - start) / copies;
    }

    private static long retained(Operation operation, int copies) throws IOException {
        List<Object> kept = new ArrayList<>(copies);
        long before = used();
        for (int index = 0; index < copies; index++) {
            kept.add(operation.run());
        }
        long after = used();
        sink = kept;
        return (after - before) / copies;
    }

    private static long used() {
        for (int round = 0; round < 4; round++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The CPU time of the first read of a process, with the classes of Jackson that only read a tree loaded before. */
    private static long cold(String name, byte[] json) throws Exception {
        sink = new ObjectMapper().readValue(json, JsonNode.class);
        long start = THREAD.getCurrentThreadCpuTime();
        Class<?> type = Class.forName(name);
        sink = mapperFor(type).readValue(json, type);
        return THREAD.getCurrentThreadCpuTime() - start;
    }
}
