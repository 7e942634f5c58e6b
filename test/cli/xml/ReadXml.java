import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads XML from the standard input with the parser of the JDK, and prints its elements as JSON. */
class ReadXml {
  public static void main(String[] arguments) throws Exception {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(System.in);
    System.out.write(json(document.getDocumentElement()).getBytes("UTF-8"));
    System.out.flush();
  }

  private static String json(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    for (int at = 0; at < element.getAttributes().getLength(); at++) {
      Node attribute = element.getAttributes().item(at);
      attributes.put(attribute.getNodeName(), quoted(attribute.getNodeValue()));
    }
    var children = new StringBuilder();
    var text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) children.append(children.isEmpty() ? "" : ",").append(json(child));
      else text.append(node.getNodeValue());
    }
    String pairs = attributes.entrySet().stream().map(each -> quoted(each.getKey()) + ":" + each.getValue()).collect(Collectors.joining(","));
    return "{\"name\":%s,\"attributes\":{%s},\"text\":%s,\"children\":[%s]}".formatted(
        quoted(element.getTagName()), pairs, quoted(text.toString()), children);
  }

  private static String quoted(String text) {
    return text.chars().mapToObj(each -> each < 32 || each == '"' || each == '\\' ? "\\u%04x".formatted(each) : "" + (char) each)
        .collect(Collectors.joining("", "\"", "\""));
  }
}
