package org.socialcure.files.internal;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.socialcure.core.InvalidInputException;

/** One XML part of a spreadsheet, element after element; names are without their prefixes. */
final class Xml {
  private static final int DEEPEST = 200;

  private final String part;
  private final XMLStreamReader reader;
  private int depth;
  private int event = XMLStreamConstants.START_DOCUMENT;

  Xml(String part, InputStream bytes) {
    this.part = part;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    XMLStreamReader made;
    try {
      made = factory.createXMLStreamReader(new XmlText(part, bytes));
    } catch (InvalidInputException e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      throw refusal(e);
    }
    this.reader = made;
  }

  /** Goes to the next element that begins or ends; false at the end of the part. */
  boolean next() {
    while (advance()) {
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  private boolean advance() {
    try {
      if (!reader.hasNext()) {
        return false;
      }
      event = reader.next();
    } catch (InvalidInputException e) {
      throw e;
    } catch (XMLStreamException | RuntimeException e) {
      // The parser has refusals of its own, not all of which it declares.
      throw refusal(e);
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.DTD) {
      throw Damage.at(part, "declares a document type, which spreadsheets do not");
    }
    if (depth > DEEPEST) {
      throw Damage.at(part, "is nested deeper than spreadsheets are");
    }
    return true;
  }

  boolean begins(String element) {
    return event == XMLStreamConstants.START_ELEMENT && element.equals(reader.getLocalName());
  }

  boolean ends(String element) {
    return event == XMLStreamConstants.END_ELEMENT && element.equals(reader.getLocalName());
  }

  Optional<String> attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (name.equals(reader.getAttributeLocalName(i)) && prefix(i).isEmpty()) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** An attribute of another namespace, such as the id of a relation. */
  Optional<String> foreignAttribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (name.equals(reader.getAttributeLocalName(i)) && !prefix(i).isEmpty()) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  private String prefix(int attribute) {
    @Nullable String prefix = reader.getAttributePrefix(attribute);
    return prefix == null ? "" : prefix;
  }

  /** The text within the element that has just begun, whatever elements it holds. */
  String text() {
    StringBuilder text = new StringBuilder();
    int outside = depth - 1;
    while (depth > outside && advance()) {
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  private InvalidInputException refusal(Exception cause) {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof InvalidInputException ours) {
        return ours;
      }
    }
    return Damage.at(part, "is not well-formed XML");
  }
}
