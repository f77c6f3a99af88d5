// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/number.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

using namespace matn;

static_assert(sizeof(number) == 24 && std::is_trivially_copyable_v<number>);
static_assert(located<number>);
template <class T>
concept takes = requires(T t) {
    matn::numbers(std::forward<T>(t));
};
static_assert(takes<const std::string&> && takes<const char*> && !takes<std::string>);

namespace {

struct expected {
    std::string_view text;
    std::string_view value;
};

// What is found in a text, as "surface=value" joined by spaces.
std::string all(std::string_view text) {
    std::string out;
    for (const number& n : numbers(text)) {
        if (!out.empty()) out += " | ";
        out += std::string(n.at.of(text)) + "=" + to_string(n);
        if (n.kind == number_kind::ordinal) out += " ordinal";
        if (n.kind == number_kind::percent) out += " percent";
        if ((n.flags & number_overflow) != 0) out += "overflow";
    }
    return out;
}

// The numbers of a text with their units, as "surface{unit}" joined by spaces.
std::string units(std::string_view text) {
    std::string out;
    for (const number& n : numbers(text, {.units = true})) {
        if (!out.empty()) out += " | ";
        out += std::string(n.at.of(text)) + "{" + std::string(n.unit().of(text)) + "}";
    }
    return out;
}

} // namespace

TEST_CASE("a whole text is a number, in digits of every script and in words of six languages") {
    const expected table[] = {
        {"5000", "5000"},
        {"۵۰۰۰", "5000"},
        {"٥٠٠٠", "5000"},
        {"५०००", "5000"},
        {"５０００", "5000"},
        {"1,234,567", "1234567"},
        {"۱٬۲۳۴", "1234"},
        {"١٬٢٠٠٬٠٠٠", "1200000"},
        {"1,00,000", "100000"},
        {"1 414 021 100", "1414021100"},
        {"1.234.567", "1234567"},
        {"12.5", "12.5"},
        {"۱۲٫۵", "12.5"},
        {"٢,٥", "2.5"},
        {"½", "0.5"},
        {"2½", "2.5"},
        {"3/4", "0.75"},
        {"-5", "-5"},
        {"−۵", "-5"},
        {"1.5e3", "1500"},
        {"10k", "10000"},
        {"۵ هزار", "5000"},
        {"3.5 million", "3500000"},
        {"١٠ آلاف", "10000"},
        {"۲ هزار و ۵۰۰", "2500"},
        {"5 million 300 thousand", "5300000"},
        // English
        {"twenty-one", "21"},
        {"one hundred and five", "105"},
        {"two and a half million", "2500000"},
        {"half a million", "500000"},
        {"a thousand", "1000"},
        {"seven million seven hundred ninety thousand seven hundred twenty-five", "7790725"},
        {"two hundred point zero three", "200.03"},
        {"three dozen", "36"},
        {"minus forty", "-40"},
        // Arabic: gender, case, duals, units before tens
        {"خمسة وعشرون", "25"},
        {"خمس وعشرين", "25"},
        {"أحد عشر", "11"},
        {"إحدى عشرة", "11"},
        {"مئتان", "200"},
        {"ألفان", "2000"},
        {"مليونين", "2000000"},
        {"ثلاثمائة", "300"},
        {"خمسة آلاف", "5000"},
        {"مئة وعشرون ألفا", "120000"},
        {"ألف وتسعمئة وتسعة وتسعون", "1999"},
        {"مليون ونصف", "1500000"},
        {"مائتان وتسعة وعشرون ألف وخمسة مائة وتسعة وثمانون", "229589"},
        // Persian and Dari, with and without their spaces
        {"بیست و یک", "21"},
        {"بیستویک", "21"},
        {"پنجهزار", "5000"},
        {"دوصد", "200"},
        {"دویست", "200"},
        {"پنجصد", "500"},
        {"سه صد", "300"},
        {"دو هزار و پانصد", "2500"},
        {"یک میلیون و دوصد هزار", "1200000"},
        {"نیم میلیون", "500000"},
        {"هشتصدهزار", "800000"},
        // Pashto
        {"پنځه زره", "5000"},
        {"درې سوه", "300"},
        {"پنځه دېرش", "35"},
        {"دوه نیم میلیونه", "2500000"},
        {"پنځلس", "15"},
        // Urdu
        {"اٹھائیس", "28"},
        {"ڈیڑھ لاکھ", "150000"},
        {"ڈھائی ہزار", "2500"},
        {"ساڑھے تین کروڑ", "35000000"},
        {"پونے دو لاکھ", "175000"},
        {"دو لاکھ پچاس ہزار", "250000"},
        {"ننانوے", "99"},
    };
    for (const expected& e : table) {
        INFO(e.text);
        const auto n = parse_number(e.text);
        REQUIRE(n.has_value());
        CHECK(to_string(*n) == e.value);
        CHECK(n->at == slice{0, static_cast<offset>(e.text.size())});
    }
}

TEST_CASE("ordinals, percents and parts say what they are") {
    CHECK(parse_number("21st")->kind == number_kind::ordinal);
    CHECK(parse_number("twenty-first")->kind == number_kind::ordinal);
    CHECK(parse_number("الرابعة عشرة")->kind == number_kind::ordinal);
    CHECK(parse_number("الخامس والعشرون")->integer() == 25);
    CHECK(parse_number("بیست و یکم")->integer() == 21);
    CHECK(parse_number("۳۰ درصد")->kind == number_kind::percent);
    CHECK(parse_number("12.5 بالمئة")->kind == number_kind::percent);
    CHECK(parse_number("12%")->integer() == 12);
    CHECK(parse_number("two thirds")->kind == number_kind::fraction);
    CHECK(parse_number("two thirds")->value() == Catch::Detail::Approx(2.0 / 3));
    CHECK((parse_number("two thirds")->flags & number_rounded) != 0);
    CHECK(parse_number("ثلاثة أرباع")->value() == 0.75);
}

TEST_CASE("parts of a whole are read in six languages") {
    const expected table[] = {
        {"three fifths", "0.6"},
        {"seven twenty-fifths", "0.28"},
        {"one sixty-fourth", "0.015625"},
        {"a hundredth", "0.01"},
        {"nine millionths", "0.000009"},
        {"four hundred and twenty-five hundredths", "400.25"},
        {"one - eighth", "0.125"},
        {"one quarter of it", "0.25"},
        {"three-quarters", "0.75"},
        {"three quarters of a million", "750000"},
        {"two billion and three quarters million", "2000750000"},
        {"four and an eighth", "4.125"},
        {"six and 1/4", "6.25"},
        {"7 and 3/8", "7.375"},
        {"½", "0.5"},
        {"⅓", "0.333333333333333"},
        {"ثلاثة أخماس", "0.6"},
        {"واحد وعشرون ربعا", "5.25"},
        {"ستمئة وخمسة وسبعون جزء من مئة", "600.75"},
        {"ثلاثة ملايين ونصف المليون", "3500000"},
        {"ثلاثة أرباع مليون", "750000"},
        {"دو پنجم", "0.4"},
        {"یک چهارم", "0.25"},
        {"یک ربع", "0.25"},
        {"سه ربع", "0.75"},
        {"پنج و ربع", "5.25"},
        {"ساڑھے 7 لاکھ", "750000"},
        {"پونے 3", "2.75"},
        {"هفت دهم", "0.7"},
        {"سی و پنج صدم", "0.35"},
        {"دوونیم", "2.5"},
        {"سه‌ونیم میلیون", "3500000"},
        {"درې څلورمه", "0.75"},
        {"یوه پنځمه", "0.2"},
        {"پنځه‌نیم زره", "5500"},
        {"تین چوتھائی", "0.75"},
        {"سوا لاکھ", "125000"},
        {"ساڑھے چار سو", "450"},
        {"ڈیڑھ سو", "150"},
        {"درې نیم سوه", "350"},
        {"یو سل او شپږ ویشت", "126"},
        {"پچاسویں", "50"},
        {"۷/۵ درصد", "7.5"},
        {"۲/۵ میلیون", "2500000"},
        {"3/4 million", "750000"},
    };
    for (const expected& e : table) {
        INFO(e.text);
        const auto found = numbers(e.text);
        REQUIRE(found.size() == 1);
        CHECK(to_string(found[0]) == e.value);
        CHECK(found[0].at.begin == 0);
    }
    CHECK(all("خسر ثلث السكان منازلهم") == "ثلث=0.333333333333333");
    CHECK(all("أنفق خمس الميزانية") == "خمس=0.2");
    CHECK(all("زار خمس مدن") == "خمس=5");
    CHECK(all("A third of the town came; a third man stayed.") == "A third=0.333333333333333 | third=3 ordinal");
    CHECK(all("شنبه دو سوم حمل").find("0.6") == std::string::npos); // a month follows
    CHECK(all("هي السنة الواحدة والعشرون") == "الواحدة والعشرون=21 ordinal");
}

TEST_CASE("a number may be raised to a power") {
    CHECK(all("2^10") == "2^10=1024");
    CHECK(all("1.5^2 m") == "1.5^2=2.25");
    CHECK(all("-4^-1") == "-4^-1=-0.25");
    CHECK(all("10⁻³") == "10⁻³=0.001");
    CHECK(all("3.2 × 10⁵ مترا") == "3.2 × 10⁵=320000");
    CHECK(all("7x10^3") == "7x10^3=7000");
    CHECK(numbers("1.01^50")[0].value() == Catch::Detail::Approx(1.6446318218438821).epsilon(1e-14));
    CHECK((numbers("1.01^50")[0].flags & number_rounded) != 0);
    CHECK(numbers("3^-1")[0].value() == Catch::Detail::Approx(1.0 / 3).epsilon(1e-14));
    CHECK((numbers("99^999")[0].flags & number_overflow) != 0);
    CHECK((numbers("0^-1")[0].flags & number_overflow) != 0);
    CHECK((numbers("99^-99")[0].flags & number_underflow) != 0);
    CHECK(all("the year 2020² of") == "2020=2020"); // a mark of a note, not a power
}

TEST_CASE("marks of groups, decimals, percents and scales are read as they are written") {
    CHECK(all("1.234,56") == "1.234,56=1234.56");
    CHECK(all("٢٦،٠١٣,٩٤") == "٢٦،٠١٣,٩٤=26013.94");
    CHECK(all("کم از ٪۳۵ مردم") == "٪۳۵=35 percent");
    CHECK(all("about %35 of it") == "%35=35 percent");
    CHECK(all("20% 30") == "20%=20 percent | 30=30");
    CHECK(all("half a percent") == "half a percent=0.5 percent");
    CHECK(all(".25 and -.5k") == ".25=0.25 | -.5k=-500");
    CHECK(all("£3m and 3m") == "3m=3000000 | 3=3");
    CHECK(all("a 5G network").empty());
    CHECK(all("۷ ممیز ۲۵") == "۷ ممیز ۲۵=7.25");
    CHECK(all("سبعة فاصلة خمسة من مئة") == "سبعة فاصلة خمسة من مئة=7.05");
}

TEST_CASE("words of one language are no numbers of another") {
    CHECK(all("این دسته پشت در بسته ماند و ستون شهر افتاد؛ آلفا نخستین حرف است").find("=1 ordinal") != std::string::npos);
    CHECK(numbers("این دسته پشت در بسته ماند و ستون شهر افتاد؛ آلفا نخستین حرف است").size() == 1);
    CHECK(all("کمیٹی کے ساتھ اٹھ کر اس دہائی میں چلے گئے").empty());
    CHECK(all("ساٹھ لوگ آئے تھے") == "ساٹھ=60");
    CHECK(all("د هغه زړه په کابل کې دی او ډېره مینه لري").empty());
    CHECK(all("په ۴۰ زره نه دي") == "۴۰ زره=40000");
    CHECK(all("قامت الحرب سنة 1914م في أوروبا") == "1914=1914");
    CHECK(all("اجتمعوا يوم الإثنين في القاعة الأولى") == "الأولى=1 ordinal");
    CHECK(all("a 20mm gun and $20mm") == "20=20 | 20mm=20000000");
    CHECK(all("آن ها گفتند که خمسة وعشرون و مئة وعشرون ألفا را دیده اند") == "خمسة وعشرون=25 | مئة وعشرون ألفا=120000");
    CHECK(all("او دوه دېرشم دی") == "دوه دېرشم=32 ordinal");
}

TEST_CASE("neighbours that make no sum stay apart") {
    CHECK(all("4 hundred and 2 hundred") == "4 hundred=400 | 2 hundred=200");
    CHECK(all("two hundred and five hundred") == "two hundred=200 | five hundred=500");
    CHECK(all("۲ هزار و ۵۰۰ میلیارد") == "۲ هزار و ۵۰۰ میلیارد=2500000000000");
    CHECK(all("6 thousand and 0") == "6 thousand=6000 | 0=0");
    CHECK(all("nine out of four") == "nine=9 | four=4");
    CHECK(all("hundreds of people and thousands more").empty()); // how many, no one says
    CHECK(all("هزاران خانه و صدها باغ").empty());
    CHECK(all("ده‌ها هزار نفر و چند هزار خانه").empty());
    CHECK(all("several hundred people").empty());
    CHECK(all("two score, and the score was two") == "two score=40 | two=2");
    CHECK(all("مئتين خمسة وأربعين") == "مئتين خمسة وأربعين=245");
}

TEST_CASE("numbers are found in running text, with exact places") {
    CHECK(all("حکومت باید ۵ هزار زندانی را رها کند.") == "۵ هزار=5000");
    CHECK(all("أطلق سراح خمسة آلاف سجين مقابل ألف عنصر.") == "خمسة آلاف=5000 | ألف=1000");
    CHECK(all("۵ ہزار قیدی اور ایک ہزار اہلکار رہا ہوئے۔") == "۵ ہزار=5000 | ایک ہزار=1000");
    CHECK(all("By 2021 the force would fall to 4,500, or 12 percent.") == "2021=2021 | 4,500=4500 | 12 percent=12 percent");
    CHECK(all("about 30 countries").find("30=30") == 0);
    CHECK((numbers("about 30 countries")[0].flags & number_about) != 0);
}

TEST_CASE("a word that is mostly something else is a number only with support") {
    CHECK(all("این ده در کنار یک رود است و نه در دشت.").empty());
    CHECK(all("در باره سی و سه پل") == "سی و سه=33");
    CHECK(all("بیست تن از اسیران") == "بیست=20");
    CHECK(all("ده تن کشته شدند") == "ده=10");
    CHECK(all("He gave it a second look and one more try.").empty());
    CHECK(all("The second point is this.") == "second=2 ordinal");
    CHECK(parse_number("یک")->integer() == 1);
}

TEST_CASE("a number that does not fit says so and is never wrapped or rounded") {
    CHECK(parse_number("9223372036854775807")->integer() == INT64_MAX);
    CHECK((parse_number("9223372036854775808")->flags & number_overflow) != 0);
    CHECK(parse_number("-9223372036854775808")->integer() == INT64_MIN);
    CHECK((parse_number("99999999999999999999999999")->flags & number_overflow) != 0);
    CHECK_FALSE(parse_number("99999999999999999999999999")->integer().has_value());
    CHECK(to_string(*parse_number("99999999999999999999999999")).empty());
    CHECK(parse_number("9,007,199,254,740,993")->integer() == 9007199254740993);
    CHECK((parse_number("1e-999999999")->flags & number_underflow) != 0);
    CHECK((parse_number("1e999999999")->flags & number_overflow) != 0);
    std::string powers;
    for (int i = 0; i < 100; ++i) powers += "هزار میلیارد ";
    for (const number& n : numbers(powers)) CHECK(n.at.end <= powers.size());
}

TEST_CASE("what is counted is found beside its number") {
    CHECK(units("دولت ۵ هزار زندانی و ۲۰ تن از افسران را رها کرد") == "۵ هزار{زندانی} | ۲۰{تن}");
    CHECK(units("سرک ۳۵ کیلومتر مربع و ده متر") == "۳۵{کیلومتر مربع} | ده{متر}");
    CHECK(units("۱۲۰ پرنده در سال ۱۳۹۵ دیده شد و ۴۰ درصد ماند") == "۱۲۰{پرنده} | ۱۳۹۵{} | ۴۰ درصد{}");
    CHECK(units("نیم پرده بوده و 28 خلافا") == "نیم{} | 28{}");
    CHECK(units("۱۲ کتاب‌ها و ۳ می‌شود") == "۱۲{} | ۳{}");
    CHECK(units("أفرجت عن 5000 سجين وخمسة عشر قائدا وعشرة من الضباط") == "5000{سجين} | خمسة عشر{قائدا} | عشرة{الضباط}");
    CHECK(units("في 20 من الشهر وفي المادة 7 نصوص") == "20{} | 7{}");
    CHECK(units("د ۸۰ کورنیو او ۲۵۰ ښوونکو ته څلور ډالره ورکړل شول") == "۸۰{کورنیو} | ۲۵۰{} | څلور{ډالره}");
    CHECK(units("پانچ ہزار قیدی اور تین کتابیں 20 روپے میں ملیں") == "پانچ ہزار{قیدی} | تین{کتابیں} | 20{روپے}");
    CHECK(units("3.5 million dollars for 5,000 prisoners, 12 children and 7 glass doors") ==
          "3.5 million{dollars} | 5,000{prisoners} | 12{children} | 7{}");
    CHECK(units("$5, US$3 million, €2bn, Rs. 500, USD 20, 9 EUR, 30€ and ؋۴۰۰") ==
          "5{$} | 3 million{US$} | 2bn{€} | 500{Rs.} | 20{USD} | 9{EUR} | 30{€} | ۴۰۰{؋}");
    CHECK(units("20km at 90 km/h, 4 square metres, 12 m², a 5-mile run, 21 °C, 180ml") ==
          "20{km} | 90{km/h} | 4{square metres} | 12{m²} | 5{mile} | 21{°C} | 180{ml}");
    CHECK(units("In 2020 schools closed; page 12 shows 1 news, F-18 jets and the 3rd men") ==
          "2020{} | 12{} | 1{} | 18{} | 3rd{}");
    CHECK(numbers("5000 سجين")[0].unit().empty()); // not asked for
    CHECK(numbers("5000 سجين", {.units = true})[0].unit() == slice{5, 13});
    number far{{0, 2}, 7};
    far.set_unit({100000, 100004});
    CHECK(far.unit().empty());
}

TEST_CASE("every unit of the list is found behind a number, and no word of the others") {
    std::ifstream file(std::string(MATN_SOURCE_DIR) + "/tools/tables/lexicon/units.tsv");
    REQUIRE(file.good());
    std::size_t seen = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const bool unit = line.substr(0, line.find('\t')) == "unit";
        if (!unit && line.substr(0, line.find('\t')) != "none") continue;
        std::istringstream in(line.substr(line.rfind('\t') + 1));
        for (std::string w; std::getline(in, w, ',');) {
            if (w[0] == ' ') w.erase(0, 1);
            INFO(w);
            const std::string text = "12 " + w;
            const std::uint8_t language = detail::when::persian;
            const slice found = detail::counting::find(text, {0, 2}, {language, false, false});
            CHECK((found == slice{3, static_cast<offset>(text.size())} || (!unit && found.empty())));
            if (unit) ++seen;
        }
    }
    CHECK(seen > 700);
}

TEST_CASE("what is no number is none, and lists are several") {
    for (const std::string_view t : {"", " ", "متن", "text", "12a34b", "،", "و", "and", "point", "-", "%"}) {
        INFO(t);
        CHECK_FALSE(parse_number(t).has_value());
    }
    CHECK(numbers("192.168.1.2").size() == 4);
    CHECK(numbers("1,000,00").size() != 1);
    CHECK(numbers("one one one").empty());
    CHECK(numbers("5 6 7").size() == 3);
}

TEST_CASE("broken bytes change no place and no value") {
    const std::string text = "\xFF\xD8 5000 \xE2\x80 ۵ هزار\xD8";
    const auto found = numbers(text);
    REQUIRE(found.size() == 2);
    CHECK(found[0].at.of(text) == "5000");
    CHECK(found[1].at.of(text) == "۵ هزار");
    CHECK(found[1].integer() == 5000);
    std::string all_bytes;
    for (int i = 0; i < 4096; ++i) all_bytes += static_cast<char>(i * 37 + i / 251);
    offset before = 0;
    for (const number& n : numbers(all_bytes)) {
        CHECK(n.at.begin >= before);
        CHECK(n.at.end <= all_bytes.size());
        before = n.at.end;
    }
}

TEST_CASE("bidi controls and joiners inside an expression do not hide it") {
    CHECK(all("\u202B۵ هزار\u202C") == "۵ هزار=5000");
    CHECK(all("بیست\u200Cو\u200Cیک نفر") == "بیست\u200Cو\u200Cیک=21");
}

TEST_CASE("every spelling of the lexicon's lists is found again in the compiled tables") {
    std::size_t seen = 0;
    for (const char* name : {"months", "weekdays", "numbers", "time"}) {
        std::ifstream file(std::string(MATN_SOURCE_DIR) + "/tools/tables/lexicon/" + name + ".tsv");
        REQUIRE(file.good());
        for (std::string line; std::getline(file, line);) {
            if (line.empty() || line[0] == '#') continue;
            const std::string words = line.substr(line.rfind('\t') + 1);
            std::istringstream in(words);
            for (std::string w; std::getline(in, w, ',');) {
                while (!w.empty() && (w[0] == ' ' || w[0] == '~')) w.erase(0, 1);
                INFO(w);
                detail::when::atoms atoms;
                const std::string text = "12 " + w; // beside something, small words are kept as well
                detail::when::scanner(text, atoms).run();
                detail::when::join_phrases(atoms);
                REQUIRE(atoms.items.size() >= 2);
                CHECK(atoms.items.back().senses > 0);
                CHECK(atoms.items.back().at.end >= text.size() - 3); // a joiner at the end is outside
                ++seen;
            }
        }
    }
    CHECK(seen > 2000);
}

TEST_CASE("a digit that is cut short ends before the next character") {
    const std::string_view text = "\xD9\xA5\xD9\xE2\x80\x8D"; // ٥, half of a letter, a joiner
    const auto found = numbers(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].at == slice{0, 2});
}

TEST_CASE("letters glued to digits make a name of them, but for a unit") {
    const auto all = [](std::string_view text) {
        std::string out;
        for (const number& n : numbers(text)) out += to_string(n) + ' ';
        return out;
    };
    CHECK(all("a 3D film on a 4G phone in an F-4EJ") == "");
    CHECK(all("شارع ٢٩ك.ل.م. و 2G اسپیکٹرم") == "");
    CHECK(all("180ml, 20km, 5kg, 10k, 1.2M, 21st") == "180 20 5 10000 1200000 21 ");
    CHECK(all("20دولار، ۵کیلومتر، ۲۰تن") == "20 5 20 ");
    CHECK(all("6.23x10^-4") == "0.000623 ");
}

TEST_CASE("a sum over a time is no fraction, and a noun of one language does not make a text of another") {
    CHECK(parse_number("2 over 3")->kind == number_kind::fraction);
    const auto sum = numbers("I want to loan $10000 over 3 years");
    REQUIRE(sum.size() == 2);
    CHECK(sum[0].integer() == 10000);
    CHECK(sum[1].integer() == 3);
    const auto arabic = numbers("كان لديها واحد ونصف ريال"); // ريال is a word of Persian as well
    REQUIRE(arabic.size() == 1);
    CHECK(to_string(arabic[0]) == "1.5");
    const auto long_way = numbers("سبعين كيلو متر.");
    REQUIRE(long_way.size() == 1);
    CHECK(long_way[0].integer() == 70);
    CHECK(numbers("the ruins are thousands of years old").empty()); // no one says how many
}

TEST_CASE("time is linear in the text") {
    for (const std::string_view unit : {"1", "2000 ", "1/", "ده ", "هزار ", "and ", "five hundred ", "\u200C", "1,", "2^", "10⁹",
                                        "$5 ", "1 و ", "a ", "three quarters ", "1.1", "%1", "خمس ال", "1x10"}) {
        std::string text;
        while (text.size() < 200000) text += unit;
        CHECK(numbers(text, {.units = true}).size() <= text.size());
    }
}

// The currency signs of Unicode's Sc, and the signs that stand beside a measure.
TEST_CASE("every currency sign and every space before a unit is known") {
    for (const std::string_view sign : {"$", "£", "¥", "؋", "₨", "₩", "₪", "€", "₹", "₺", "₽", "﷼", "＄", "￡", "￥"}) {
        INFO(sign);
        CHECK(units(std::string(sign) + "40") == "40{" + std::string(sign) + "}");
        CHECK(units(std::string(sign) + " 40") == "40{" + std::string(sign) + "}");
        CHECK(units("۴۰" + std::string(sign)) == "۴۰{" + std::string(sign) + "}");
    }
    for (const std::string_view space : {" ", "\u00A0", "\u202F", "\u2009"}) {
        CHECK(units("40" + std::string(space) + "km") == "40{km}");
        CHECK(units("۴۰" + std::string(space) + "دالر") == "۴۰{دالر}");
    }
    CHECK(units("12 m³ of gas at 70 °F, 5° south") == "12{m³} | 70{°F} | 5{°}");
    CHECK(units("90 km/s and 90 km/day") == "90{km/s} | 90{km/day}");
    CHECK(units("20 EURO, EUR 20, Eur 20, eur. 20").find("20{EUR}") != std::string::npos);
    CHECK(units(std::string(80, 'a') + " 20 " + std::string(80, 'b')) == "20{}");
    CHECK(units("5 $6") == "5{} | 6{$}");
}
