// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/anchor.hpp>
#include <matn/pipeline.hpp>

#include <fstream>
#include <sstream>
#include <string>

using namespace matn;

TEST_CASE("today and yesterday with their weekdays and days of the month give the day of writing") {
    // 27 Hamal was a Wednesday in 1393, 1399 and 1404; the leap day of the winter before picks 1399.
    const std::string dari =
        "قرار است امروز (چهارشنبه ۲۷) نشستی برگزار شود. در نشست دیروز (سه شنبه ۲۶ حمل) در باره موافقتنامه ۲۹ ماه فبروری سخن رفت.";
    const anchor a = anchors(dari);
    REQUIRE(a);
    CHECK(iso(a.when) == "2020-04-15");
    CHECK(a.confidence > 0.8f);
    CHECK(a.candidates == 1);
    REQUIRE(a.supports > 0);
    CHECK(a.support[0].of(dari) == "چهارشنبه ۲۷");
}

TEST_CASE("a date of publication near the head is the day; one at the foot weighs less than what the text says") {
    const std::string head = "تاریخ نشر: ۱۳۹۹/۱/۲۷\nوزیر دیروز در کابل سخن گفت.";
    CHECK(iso(anchors(head).when) == "2020-04-15");
    CHECK(iso(anchors("Published on 21 November 2020\nThe minister spoke in the capital.").when) == "2020-11-21");
    std::string foot = "التقى الوزير أمس السبت وفدا من المدينة، وكان قد وصل في 12 نوفمبر 2020 إلى العاصمة.";
    for (int i = 0; i < 12; ++i) foot += " وتحدث الطرفان عن شؤون كثيرة تهم البلدين في هذه الفترة.";
    foot += "\n\nالمزيد من الأخبار\nPublished On 21/11/2020";
    CHECK(iso(anchors(foot).when) == "2020-11-22"); // a Sunday, for yesterday was a Saturday
}

TEST_CASE("last month beside a full date, and a Monday in the first sentence") {
    const std::string text =
        "KABUL: The general met the envoy on Monday. Last month they had talked as well. On December 15, 2020, he had met the other side.";
    CHECK(iso(anchors(text).when) == "2021-01-04");
}

TEST_CASE("a text without hints has no anchor") {
    CHECK_FALSE(anchors("هوا خوب است و مردم شاد اند."));
    CHECK_FALSE(anchors(""));
    CHECK_FALSE(anchors("\xFF\xFE broken"));
    CHECK_FALSE(anchors("دیروز آمد"));
}

TEST_CASE("dates resolve against the anchor that the text gives") {
    const std::string text = "Published on 21 November 2020\nThe minister arrived yesterday and leaves in three days.";
    const auto found = dates(text, {.find_anchor = true});
    REQUIRE(found.size() == 3);
    CHECK(iso(found[1].first) == "2020-11-20");
    CHECK(iso(found[2].first) == "2020-11-24");
}

TEST_CASE("the anchor is the one of its document") {
    const auto analyse = pipeline(numbers, anchors, dates({.find_anchor = true}));
    const std::string text = "Published on 21 November 2020\nThe minister arrived yesterday.";
    const auto doc = analyse(text);
    CHECK(iso(doc.get<anchor>().when) == "2020-11-21");
    CHECK(iso(doc.each<date>()[1].first) == "2020-11-20");
}

TEST_CASE("a day that is to come does not hide the day of the text") {
    // Yesterday, Tuesday 11 Mizan, was 2023-10-03; the work is to be done by 30 Qaws 1402, which was 2023-12-21.
    const std::string text = "خانم کوهنورد دیروز (سه شنبه ۱۱ میزان) گفت که کار تا ۳۰ قوس ۱۴۰۲ تمام میشود.";
    CHECK(iso(anchors(text).when) == "2023-10-04");
}

TEST_CASE("years that a text names tell which of the years that fit it is") {
    // 4 Lindai (Azar) is a Saturday in 1402 and not in 1403 or 1404: 2023-11-25.
    const std::string text =
        "پرون (شنبه د لیندۍ ۴مه) یې وویل چې کار به د ۱۴۰۳ کال په وري کې پیل شي او تر ۲۰۲۵ کال پورې به روان وي.";
    CHECK(iso(anchors(text).when) == "2023-11-26");
}

// The second one names no year: nothing in it says which of the Mondays in March it was written on.
TEST_CASE("the sample articles date themselves (shared data)") {
    struct expected {
        const char* file;
        const char* day;
    };
    for (const expected& e :
         {expected{"000_bb607bf050d402ba.txt", "2020-04-15"}, expected{"003_3a8054599990ea5e.txt", "2020-11-22"},
          expected{"004_f18f571eacccecc8.txt", "2021-01-04"}}) {
        std::ifstream file(std::string(MATN_SHARED_DIR) + "/seeds/" + e.file);
        if (!file) {
            WARN("skipped: no shared data " << e.file);
            continue;
        }
        std::stringstream all;
        all << file.rdbuf();
        const std::string text = all.str();
        INFO(e.file);
        CHECK(iso(anchors(text).when) == e.day);
    }
}
