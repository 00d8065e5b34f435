package org.socialcure.core.person;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.socialcure.core.internal.Words;

/** The English words for kinds of groups that people commonly write. */
final class GroupWords {
  /** What people write where there is nothing to write; no word for a group of any type. */
  private static final Set<String> NO_ANSWERS =
      Set.of(
          "n/a",
          "na",
          "n.a.",
          "nil",
          "no",
          "nothing",
          "not applicable",
          "not known",
          "unknown",
          "don't know",
          "dk",
          "refused",
          "declined",
          "missing",
          "null",
          "no groups",
          "not any");

  private GroupWords() {}

  static boolean isNoAnswer(String phrase) {
    return NO_ANSWERS.contains(phrase) || phrase.chars().noneMatch(Character::isLetter);
  }

  static Map<String, GroupType> english() {
    Map<GroupType, String> lists = new EnumMap<>(GroupType.class);
    lists.put(GroupType.FAMILY, "family, my family, families, relatives, extended family");
    lists.put(
        GroupType.SPORT,
        """
        sports, sports club, sport club, football, football club, football team, cricket, cricket club,
        rugby, rugby club, tennis, tennis club, golf, golf club, bowls, bowls club, bowling, swimming,
        swimming club, swimming group, running, running club, running group, walking, walking group,
        walking club, ramblers, rambling, cycling, cycling club, gym, the gym, fitness class, exercise,
        exercise class, exercise group, yoga, yoga class, pilates, tai chi, badminton, netball""");
    lists.put(
        GroupType.FAITH,
        """
        church, the church, church group, chapel, mosque, synagogue, temple, gurdwara, religion,
        religious group, faith group, bible study, bible group, prayer group, congregation, parish""");
    lists.put(
        GroupType.MUSIC_AND_ARTS,
        """
        music, music group, choir, church choir, community choir, singing, singing group, band,
        orchestra, arts, art, art class, art group, arts and crafts, painting, drama, drama group,
        theatre, theatre group, craft, crafts, craft group, knitting, knitting group, sewing,
        sewing group, pottery, writing, writing group, creative writing, photography, dance, dancing,
        dance class""");
    lists.put(
        GroupType.VOLUNTEERING,
        "volunteer, volunteers, volunteer group, voluntary work, charity, charity shop, food bank");
    lists.put(
        GroupType.NEIGHBOURHOOD,
        """
        neighbours, my neighbours, neighborhood, neighbourhood watch, residents' association,
        residents association, residents' group, local community, community centre, village,
        village hall, parish council""");
    lists.put(
        GroupType.HOBBY,
        """
        hobbies, hobby group, book club, book group, reading group, gardening, gardening club,
        allotment, allotments, bingo, bridge, bridge club, chess, chess club, quiz, quiz team, games,
        lunch club, coffee morning, social club, fishing, fishing club, women's institute, wi, u3a,
        men's shed""");
    lists.put(
        GroupType.SUPPORT_GROUP,
        """
        self-help group, self help group, peer support, peer support group, carers' group,
        carers group, bereavement group, alcoholics anonymous""");
    lists.put(
        GroupType.WORK_OR_STUDY,
        """
        work, colleagues, work colleagues, workmates, job, union, trade union, school, college,
        university, study group""");
    lists.put(GroupType.OTHER, "friends, my friends, friendship group, political party");
    Map<String, GroupType> words = new LinkedHashMap<>();
    for (GroupType type : GroupType.values()) {
      words.put(Words.of(type), type);
      words.put(Words.of(type).replace('-', ' '), type);
    }
    lists.forEach(
        (type, list) ->
            Arrays.stream(list.split(",", -1))
                .forEach(word -> words.put(GroupCoding.plain(word), type)));
    return words;
  }
}
