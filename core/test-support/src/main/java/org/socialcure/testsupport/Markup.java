package org.socialcure.testsupport;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * An element of a page or picture. Modules of the library need no XML of their own, so their tests
 * look at it through this.
 *
 * @param name the element's name
 * @param attributes its attributes
 * @param text all text inside
 * @param children the elements inside, in order
 */
public record Markup(
    String name, Map<String, String> attributes, String text, List<Markup> children) {

  /**
   * Reads well-formed markup, with or without the first line of an HTML page.
   *
   * @param markup the text
   * @return the root element
   */
  public static Markup parse(String markup) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      String xml = markup.replaceFirst("^<!DOCTYPE html>\\s*", "");
      return of(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError("Not well-formed: " + e.getMessage() + "\n" + markup, e);
    }
  }

  private static Markup of(Element element) {
    Map<String, String> attributes = new LinkedHashMap<>();
    NamedNodeMap given = element.getAttributes();
    for (int i = 0; i < given.getLength(); i++) {
      attributes.put(given.item(i).getNodeName(), given.item(i).getNodeValue());
    }
    List<Markup> children = new ArrayList<>();
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        children.add(of(child));
      }
    }
    return new Markup(element.getTagName(), attributes, element.getTextContent(), children);
  }

  /**
   * The elements of a name at any depth.
   *
   * @param wanted the name
   * @return the elements in order
   */
  public List<Markup> all(String wanted) {
    List<Markup> found = new ArrayList<>();
    for (Markup child : children) {
      if (child.name.equals(wanted)) {
        found.add(child);
      }
      found.addAll(child.all(wanted));
    }
    return found;
  }

  /**
   * An attribute.
   *
   * @param attribute its name
   * @return its value, empty if there is none
   */
  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }
}
