// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/language.hpp>
#include <matn/pipeline.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace {

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What must hold for the spans of every text.
void check_cover(std::string_view text, std::span<const matn::language_span> spans) {
    matn::offset end = 0;
    for (const matn::language_span& s : spans) {
        REQUIRE(s.at.begin == end);
        REQUIRE(!s.at.empty());
        REQUIRE((s.confidence >= 0 && s.confidence <= 1));
        end = s.at.end;
    }
    REQUIRE(end == text.size());
}

std::string codes(std::string_view text) {
    std::string all;
    for (const matn::language_span& s : matn::languages(text)) all += (all.empty() ? "" : " ") + std::string(s.code.view());
    return all;
}

} // namespace

TEST_CASE("a sentence is told by its letters and words") {
    const struct {
        const char* text;
        const char* code;
    } sentences[] = {
        {"أعلنت وزارة الخارجية أن المحادثات ستبدأ الأسبوع المقبل في العاصمة", "ar"},
        {"د افغانستان د بهرنیو چارو وزارت وایي چې خبرې به راتلونکې اوونۍ پیل شي", "ps"},
        {"وزارت خارجہ نے کہا ہے کہ مذاکرات اگلے ہفتے دارالحکومت میں شروع ہوں گے", "ur"},
        {"وەزارەتی دەرەوە ڕایگەیاند کە گفتوگۆکان هەفتەی داهاتوو لە پایتەخت دەست پێدەکەن", "ckb"},
        {"تاشقى ئىشلار مىنىستىرلىقى سۆھبەتنىڭ كېلەر ھەپتە پايتەختتە باشلىنىدىغانلىقىنى ئېلان قىلدى", "ug"},
        {"پرڏيهي معاملن جي وزارت چيو آهي ته ڳالهيون ايندڙ هفتي گاديءَ جي هنڌ شروع ٿينديون", "sd"},
        {"وزارت خارجه اعلام کرد که مذاکرات هفته آینده در پایتخت آغاز می‌شود",
         "fa"},
        {"The foreign ministry said that the talks would begin next week in the capital.", "en"},
        {"Le ministère des Affaires étrangères a annoncé que les discussions commenceraient la semaine prochaine.", "fr"},
        {"Das Außenministerium teilte mit, dass die Gespräche nächste Woche in der Hauptstadt beginnen.", "de"},
        {"Dışişleri Bakanlığı, görüşmelerin gelecek hafta başkentte başlayacağını açıkladı.", "tr"},
        {"Министерство иностранных дел сообщило, что переговоры начнутся на следующей неделе.", "ru"},
        {"Вазорати корҳои хориҷӣ гуфт, ки гуфтушунид ҳафтаи оянда дар пойтахт оғоз мешавад.", "tg"},
        {"विदेश मंत्रालय ने कहा कि बातचीत अगले सप्ताह राजधानी में शुरू होगी", "hi"},
        {"משרד החוץ הודיע כי השיחות יחלו בשבוע הבא", "he"},
        {"Το υπουργείο Εξωτερικών ανακοίνωσε ότι οι συνομιλίες θα αρχίσουν", "el"},
    };
    for (const auto& [text, code] : sentences) {
        CAPTURE(text);
        const matn::language found = matn::identify(text);
        CHECK(found.code == matn::language_tag(std::string_view(code)));
        CHECK(found.confidence > 0.9F);
    }
}

TEST_CASE("Dari is told from Iranian Persian by its words, and undecided Persian is fa") {
    const matn::language dari = matn::identify(
        "شفاخانه ولایتی هلمند می‌گوید که داکتران و نرس‌ها از ماه ثور به این سو معاش نگرفته‌اند");
    CHECK(dari.code == "prs");
    CHECK(dari.dari > 0.9F);
    const matn::language iranian = matn::identify(
        "بیمارستان شهید بهشتی اعلام کرد پزشکان و پرستاران از اردیبهشت دستمزد خود را دریافت نکرده‌اند");
    CHECK(iranian.code == "fa");
    CHECK(iranian.dari < 0.1F);
    const matn::language either = matn::identify("او دیروز به خانه آمد و کتاب را خواند");
    CHECK(either.code == "fa");
    CHECK((either.dari > 0.1F && either.dari < 0.9F));
    CHECK(matn::identify("سلام دنیا و جهان").dari > 0);
    CHECK(matn::identify("مرحبا بالعالم العربي الكبير").dari == 0);
}

TEST_CASE("spelling, loans and small words tell Dari and Iranian Persian apart") {
    for (
        const char* text :
        {"داکتر به مریض گفت که تابلیت‌ها را از دواخانه بگیرد و دو هفته استراحت کند",
         "کمپنی‌های امریکایی در سال گذشته بیست فیصد مفاد کردند و یک ملیون دالر به مکاتب دادند",
         "شاگردان صنف دوازدهم برای امتحان کانکور آمادگی می‌گیرند و چوکی‌های پوهنتون محدود است",
         "پولیس ترافیک موترهایی را که در سرک ایستاده بودند توقف داد و راپور آن را به قوماندانی فرستاد"}) {
        CAPTURE(text);
        CHECK(matn::identify(text).code == "prs");
        CHECK(matn::identify(text).dari > 0.85F);
    }
    for (
        const char* text :
        {"پزشک به بیمار گفت قرص‌ها را از داروخانه بگیرد و دو هفته استراحت کند",
         "شرکت‌های آمریکایی سال گذشته بیست درصد سود کردند و یک میلیون دلار به مدارس دادند",
         "دانش‌آموزان کلاس دوازدهم برای کنکور آماده می‌شوند و ظرفیت دانشگاه‌ها محدود است",
         "پلیس خودروهایی را که در خیابان ایستاده بودند متوقف کرد و گزارش آن را به کلانتری فرستاد"}) {
        CAPTURE(text);
        CHECK(matn::identify(text).code == "fa");
        CHECK(matn::identify(text).dari < 0.15F);
    }
}

TEST_CASE("the keyboard that typed a text does not tell the variety") {
    for (const char* text :
         {"داکتر کمیسیون می‌گوید که تداوی مریضان در کابل کافی نیست",
          "کمیسیون پزشکی می‌گوید که درمان بیماران در کرمان کافی نیست",
          "کتـــاب و مکـتب"}) {
        std::string other;
        for (const matn::code_point c : matn::code_points(text))
            other += matn::encode(c.value == U'ی' ? U'ي' : c.value == U'ک' ? U'ك' : c.value).view();
        CAPTURE(text);
        CHECK(matn::identify(other, {.hint = "fa"}).dari == Approx(matn::identify(text, {.hint = "fa"}).dari));
    }
}

TEST_CASE("the variety of a long text is that of its Persian") {
    std::string text = "قال الوزير إن المباحثات ستستمر يومين. ";
    for (int i = 0; i < 40; ++i) text += "داکتر به مریض گفت که دوا را از دواخانه بگیرد و معاش مامورین زیاد نشده است. ";
    CHECK(matn::identify(text).code == "prs");
    CHECK(matn::identify(text).dari > 0.99F);
    CHECK(matn::languages(text).back().code == "prs");
}

TEST_CASE("a month whose name means other things marks the variety only after a number or the word for month") {
    CHECK(matn::identify("دیروز (سه شنبه ۲۶ حمل) ینس ستولتنبرگ با وزیران ناتو گفت و گو کرد.").code == "prs");
    CHECK(matn::identify("حمل و نقل در شهر").dari < 0.6F);
    const float number = matn::identify("او روز ۱۲ مهر آمد").dari, word = matn::identify("او با مهر آمد").dari;
    CHECK(number < word);
    CHECK(matn::identify("این کار در ماه حمل شد").dari > matn::identify("این کار در راه حمل شد").dari);
}

TEST_CASE("Dari that is not sure enough is Persian") {
    const std::string_view text = "سرطان خون";
    const matn::language found = matn::identify(text, {.least_confidence = 0.5F});
    CHECK(found.code != "prs");
    CHECK(found.confidence >= 0.5F);
}

TEST_CASE("whether a half-space, a space or nothing stands before an ending does not tell the variety") {
    const float with = matn::identify("کتاب‌های تازه‌ای به دست آن‌ها می‌رسد").dari;
    CHECK(matn::identify("کتاب های تازه ای به دست آن ها می رسد").dari == Approx(with));
    CHECK(matn::identify("شفاخانه‌های کابل").dari > 0.7F);
    CHECK(matn::identify("شفاخانه های کابل").dari > 0.7F);
    CHECK(matn::identify("شفاخانههای کابل").dari > 0.7F);
}

TEST_CASE("Persian typed with Arabic yeh and kaf stays Persian") {
    CHECK(
        matn::identify(
            "سخنگوي وزارت كشور گفت كه اين طرح براي همه شهرهاي كشور اجرا مي‌شود")
            .code == "fa");
}

TEST_CASE("what has no letters has no language") {
    for (const char* text : {"", " ", "12.5 %", "۱۴۰۰/۱/۲۶", "...!؟", "😀 ✓ →", "\xFF\xFE\x80", "\xD8", "\xED\xA0\x80"}) {
        CAPTURE(text);
        const matn::language found = matn::identify(text);
        CHECK(!found.code.known());
        CHECK(found.confidence == 0);
    }
}

TEST_CASE("a single word gives a low confidence, a sentence a high one") {
    const float word = matn::identify("سلام").confidence;
    const float sentence =
        matn::identify("سلام، امروز چطور هستید و از کجا می‌آیید؟").confidence;
    CHECK(word < 0.9F);
    CHECK(sentence > word);
}

TEST_CASE("a caption in English within an Arabic article is a span of its own") {
    const std::string text = "أعلنت الوزارة أن الوفد سيصل غدا إلى العاصمة لإجراء محادثات.\n"
                             "The foreign minister meets his counterpart in the capital on Monday. REUTERS\n"
                             "وأضاف المتحدث أن المحادثات ستستمر يومين.";
    const auto spans = matn::languages(text);
    check_cover(text, spans);
    REQUIRE(spans.size() == 3);
    CHECK(spans[0].code == "ar");
    CHECK(spans[1].code == "en");
    CHECK(spans[2].code == "ar");
    CHECK(spans[1].at.of(text).substr(0, 11) == "The foreign");
    CHECK(spans[1].at.of(text).back() == '\n');
}

TEST_CASE("a quotation in another language of the same script is a span of its own") {
    CHECK(
        codes(
            "رئیس جمهور در سخنرانی خود به مردم ولسوالی‌ها و ولایات کشور گفت: "
            "«موږ باید د خپل هېواد د جوړولو لپاره یو ځای کار وکړو او د سولې ملاتړ وکړو» "
            "و افزود که حکومت او برای انکشاف زراعت و ساختن شفاخانه‌ها برنامه دارد.") ==
        "prs ps prs");
}

TEST_CASE("a short quotation or bracket in another language of the same script is found with its marks") {
    struct quotation {
        const char* text;
        const char* codes;
        const char* inside;
    };
    for (
        const auto& [text, expected, inside] : {
            quotation{"پزشک بیمارستان در پایان گفت: «زه د خپل وطن سره مینه لرم» و به دانشگاه بازگشت.", "fa ps fa",
                      "«زه د خپل وطن سره مینه لرم» "},
            quotation{"على لافتة عند مدخل السوق كتبت عبارة «لطفاً اینجا سیگار نکشید» وتحتها سهم أحمر.", "ar fa ar",
                      "«لطفاً اینجا سیگار نکشید» "},
            quotation{
                "ناول کا پہلا باب ایک فارسی جملے (پلیس دوچرخه‌ها را از خیابان جمع کرد) سے شروع ہوتا ہے جو سب کو یاد ہے۔",
                "ur fa ur", "(پلیس دوچرخه‌ها را از خیابان جمع کرد) "},
            quotation{"معلم په ټولګي کې وویل \"العلم نور والجهل ظلام\" او بیا یې معنا تشریح کړه.", "ps ar ps",
                      "\"العلم نور والجهل ظلام\" "},
        }) {
        CAPTURE(text);
        const std::string_view whole = text;
        const auto spans = matn::languages(whole);
        check_cover(std::string(whole), spans);
        CHECK(codes(text) == expected);
        if (spans.size() == 3) CHECK(spans[1].at.of(whole) == inside);
    }
}

TEST_CASE("a quotation in the language of the text, and names in it, are no spans of their own") {
    for (
        const char* text :
        {"رئیس مجلس گفت: «ما با همه کشورهای همسایه روابط خوب می‌خواهیم» و جلسه را پایان داد.",
         "قال المدرب (وهو لاعب سابق في المنتخب) إن الفريق \"جاهز للمباراة\" غدا.",
         "وزیر نے کہا کہ \"یہ منصوبہ اگلے سال مکمل ہو گا\" اور لوگوں کا شکریہ ادا کیا۔"}) {
        CAPTURE(text);
        CHECK(matn::languages(std::string_view(text)).size() == 1);
    }
}

TEST_CASE("what says little joins its neighbour: names, abbreviations, single letters, a dateline") {
    for (
        const auto& [text, expected] : {
            std::pair{"Sign in\nThe council said on Sunday that the bridge over the river would be closed until spring.", "en"},
            std::pair{
                "Governor Zarmina Kohnavard (L) meets Odil Sangtarosh and Ulugbek Tursunov before the talks that were held in the capital on Monday.",
                "en"},
            std::pair{"The plan \"B\" of the ministry costs 40 km of road, said the governor's office.", "en"},
            std::pair{"کندهار:\nد ښوونځیو استازي وايي چې د نوي کال درسونه به په پسرلي کې پیل شي او کتابونه لا نه دي رسېدلي.",
                      "ps"},
            std::pair{"تحتاج إلى 200 g من الطحين و3 ملاعق من السكر، ثم أضف فيتامين C وحرك الخليط جيدا.", "ar"},
            std::pair{
                "سخنگوی UN گفت که بیمارستان‌ها و دانشگاه‌ها در ۲۰ km مرز تعطیل شده‌اند و پلیس خیابان‌ها را بسته است.",
                "fa"},
        }) {
        CAPTURE(text);
        CHECK(codes(text) == expected);
    }
    CHECK(matn::languages("ok").size() == 1); // alone it is all there is
}

TEST_CASE("one foreign word in the same script does not break a span, a word in another script is one") {
    CHECK(codes("سازمان ملل متحد در گزارش خود که روز دوشنبه نشر شد از وضعیت الحالة سخن گفته است و خواستار کمک شد").find(' ') ==
          std::string::npos);
    const std::string text = "دبیرکل سازمان پیمان اتلانتیک شمالی (NATO) در بروکسل گفت";
    const auto spans = matn::languages(text);
    check_cover(text, spans);
    REQUIRE(spans.size() == 3);
    CHECK(spans[1].at.of(text) == "(NATO) ");
}

TEST_CASE("the language of a document is the one that most of its letters are in") {
    const auto analyse = matn::pipeline(matn::languages);
    auto doc = analyse("وزارت خارجہ نے کہا ہے کہ مذاکرات اگلے ہفتے شروع ہوں گے۔ See also: foreign office.");
    CHECK(doc.get<matn::language>().code == "ur");
    CHECK(doc.get<matn::language>().confidence > 0.9F);
    CHECK(doc.each<matn::language_span>().size() == 2);
    // The same document again: nothing is left of the text before.
    analyse("12 345", doc);
    CHECK(!doc.get<matn::language>().code.known());
    REQUIRE(doc.each<matn::language_span>().size() == 1);
    CHECK(!doc.each<matn::language_span>()[0].code.known());
    analyse("", doc);
    CHECK(doc.each<matn::language_span>().empty());
}

TEST_CASE("a hint decides what the text leaves open, and no more") {
    CHECK(matn::identify("کتاب", {.hint = "ur"}).code == "ur");
    CHECK(matn::identify("کتاب", {.hint = "fa"}).code == "fa");
    CHECK(matn::identify("او دیروز به خانه آمد و کتاب را خواند", {.hint = "prs"}).code == "prs");
    CHECK(matn::identify("The foreign ministry said that the talks would begin.", {.hint = "fr"}).code == "en");
}

TEST_CASE("answers below the least confidence are und") {
    CHECK(matn::identify("سلام", {.least_confidence = 0.99F}).code == "und");
    CHECK(matn::identify("The talks would begin next week in the capital, it said.", {.least_confidence = 0.99F}).code == "en");
}

TEST_CASE("a tag holds what fits of its subtags and compares by its text") {
    static_assert(matn::language_tag("prs").view() == "prs");
    static_assert(matn::language_tag().view() == "und" && !matn::language_tag().known());
    static_assert(matn::language_tag(std::string_view("zh-Hant-TW")).view() == "zh-Hant");
    static_assert(matn::language_tag(std::string_view("uz-Cyrl")).view() == "uz-Cyrl");
    static_assert(matn::language_tag(std::string_view("toolongatag")).view() == "und");
    static_assert(matn::language_tag("fa") == matn::language_tag(std::string_view("fa")));
    static_assert(matn::language_tag("fa") != matn::language_tag("fao"));
    static_assert(sizeof(matn::language_span) == 20);
    static_assert(matn::stage<matn::languages_fn>);
    SUCCEED();
}

TEST_CASE("identify works while compiling, and says the same as when running") {
    constexpr std::string_view texts[] = {
        "وزارت خارجه اعلام کرد",
        "شفاخانه‌های ولایتی هلمند از ماه ثور به این سو بسته‌اند",
        "The ministry’s talks begin on Monday, l'été à São Paulo.",
        "Вазорати корҳои хориҷӣ гуфт",
        "منطقة\xFF\xD8 broken \xE2\x80 byteشs",
        "漢字かな and שלום",
        "",
    };
    constexpr auto compiled = [texts] {
        std::array<matn::language, std::size(texts)> all;
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = matn::identify(texts[i]);
        return all;
    }();
    STATIC_REQUIRE(compiled[0].code == "fa");
    STATIC_REQUIRE(compiled[1].code == "prs");
    for (std::size_t i = 0; i < compiled.size(); ++i) {
        CAPTURE(texts[i]);
        const matn::language run = matn::identify(texts[i]);
        CHECK(compiled[i].code == run.code);
#ifdef __FP_FAST_FMAF // products and sums are fused when running, not while compiling
        CHECK(compiled[i].confidence == Approx(run.confidence));
        CHECK(compiled[i].dari == Approx(run.dari));
#else
        CHECK(compiled[i].confidence == run.confidence);
        CHECK(compiled[i].dari == run.dari);
#endif
    }
}

namespace {

constexpr std::size_t all_lanes = matn::detail::lanes_of<matn::detail::core_models>;
using group_sums = matn::detail::group_sums<all_lanes>;
using weighed_word = matn::detail::weighed_word<all_lanes>;

bool same(const group_sums& a, const group_sums& b, std::size_t lanes) {
    return a.features == b.features && a.letters == b.letters && (a.features == 0 || std::equal(a.of, a.of + lanes, b.of));
}

// The sums of a text: in the way of constant expressions (bytes one by one), or in vectors where the compiler has them.
template <bool Constant>
matn::detail::language_and_variety_sums<matn::detail::core_models, Constant> sums_of(std::string_view text) {
    matn::detail::language_and_variety_sums<matn::detail::core_models, Constant> sums(text, true); // all words as Persian
    matn::detail::read_words_of<matn::detail::core_models, Constant>(text, sums);
    return sums;
}
std::size_t lanes_in(std::size_t group) { return 2 * matn::detail::core_models::of[group].row_bytes; }

std::string some_text(std::mt19937& random, std::size_t pieces) {
    const std::string_view from[] = {"سلام",  "ولسوالی", "می‌رود", " ",    " ",    ", ",   "\n",
                                     "hello", "Привет",  "漢字",          "\xFF", "\xD8", "\x80", "۱۲",
                                     "don't", "José",    "\xEF\xBA\xB3",  "ؐ",     "הכ",   "ﷺ"};
    std::string text;
    for (; pieces > 0; --pieces) text += from[random() % std::size(from)];
    return text;
}

} // namespace

TEST_CASE("sums in vectors are the sums of bytes one by one, and those of the words together") {
    std::mt19937 random(7);
    for (int round = 0; round < 1500; ++round) {
        const std::string text = some_text(random, random() % (round % 10 == 0 ? 600 : 60));
        auto plain = sums_of<true>(text);
        auto fast = sums_of<false>(text);
        group_sums of_words[matn::detail::modelled_groups] = {};
        std::uint64_t others = 0;
        bool cut = false; // only words one by one are cut when they are too long
        matn::detail::each_weighed_word<matn::detail::core_models, false>(text, [&](const weighed_word& w) {
            if (w.group == matn::detail::letter_group::other) others += w.length;
            else of_words[static_cast<std::size_t>(w.group)].add(w);
            cut = cut || w.length == matn::detail::longest_weighed_word;
        });
        CAPTURE(text);
        REQUIRE(plain.others == fast.others);
        REQUIRE(others == fast.others);
        REQUIRE(plain.log_odds_of_dari() == fast.log_odds_of_dari());
        for (std::size_t g = 0; g < matn::detail::modelled_groups; ++g) {
            REQUIRE(same(plain.groups[g], fast.groups[g], lanes_in(g)));
            REQUIRE((cut || same(of_words[g], fast.groups[g], lanes_in(g))));
        }
    }
}

TEST_CASE("every character inside a word of Arabic letters is read alike in vectors and alone, wherever it stands") {
    const std::string after = "کتاب را ثور ۱۲ حمل";
    for (char32_t c = 0; c < 0x11000; ++c) {
        if (c >= 0x3000 && c < 0xD700 && c % 64 != 0) continue; // ideographs and Hangul
        std::string text(c % 23, c % 3 == 0 ? ' ' : '(');
        text.append("سلام").append(matn::encode(c).view()).append(after);
        const std::string_view cut(text.data(), text.size() - (c % 5 == 0 ? c % 31 : 0));
        auto plain = sums_of<true>(cut);
        auto fast = sums_of<false>(cut);
        if (plain.others == fast.others && plain.log_odds_of_dari() == fast.log_odds_of_dari() &&
            same(plain.groups[0], fast.groups[0], lanes_in(0)) && same(plain.groups[1], fast.groups[1], lanes_in(1)))
            continue;
        CAPTURE(static_cast<std::uint32_t>(c), cut);
        FAIL("not the same");
    }
}

TEST_CASE("a word that one block begins and the next one ends counts once for the variety") {
    std::mt19937 random(5);
    const std::string_view words[] = {"شفاخانه", "ولسوالی", "می‌رود", "بیمارستان", "که",
                                      "دانشگاه", "پوهنتون", "كتاب",          "مکـتب",     "،"};
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (int i = 0; i < 80; ++i) text.append(words[random() % std::size(words)]) += ' ';
        auto plain = sums_of<true>(text);
        auto fast = sums_of<false>(text);
        CAPTURE(text);
        REQUIRE(same(plain.groups[0], fast.groups[0], lanes_in(0)));
        REQUIRE(plain.log_odds_of_dari() == fast.log_odds_of_dari());
    }
}

TEST_CASE("a long text is as much Dari however its bytes are read") {
    std::mt19937 random(11);
    const std::string_view arabic[] = {"التي", "كانت", "المدينة", "الحكومة", "في", "على"},
                           persian[] = {"شفاخانه", "ولسوالی", "می‌رود", "بیمارستان", "که", "دانشگاه", "پوهنتون", "است"};
    int persian_found = 0;
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (std::size_t i = 0, end = random() % 200; i < end; ++i) text.append(arabic[random() % std::size(arabic)]) += ' ';
        for (std::size_t i = 0, end = 200 + random() % 200; i < end; ++i)
            text.append(persian[random() % std::size(persian)]) += ' ';
        const matn::language plain = matn::detail::identify<matn::detail::core_models, true>(text, matn::language_options{}),
                             fast = matn::detail::identify<matn::detail::core_models, false>(text, matn::language_options{});
        CAPTURE(text);
        REQUIRE(plain.code == fast.code);
        REQUIRE(plain.dari == fast.dari);
        persian_found += plain.dari > 0 ? 1 : 0;
    }
    CHECK(persian_found > 100);
}

TEST_CASE("rows of the least and the greatest weights add up in all lanes, up to the last that fits") {
    const auto check = []<std::size_t Bytes>(std::integral_constant<std::size_t, Bytes>) {
        std::string rows[] = {std::string(Bytes, '\0'), std::string(Bytes, '\xFF'), std::string(Bytes, '\x80')};
        for (std::size_t i = 0; i < Bytes; ++i) rows[2][i] = static_cast<char>(i * 37 + 11);
        for (const bool in_word : {false, true})
            for (const std::string& row : rows) {
                matn::detail::row_sums<Bytes, false> sums;
                using type = decltype(sums);
                const unsigned room = in_word ? type::room_in_word + 1 : type::room; // a word has its end as well
                std::int64_t found[32] = {}, expected[32] = {};
                std::int16_t of_word[32] = {};
                unsigned added = 0;
                while (added + room <= (in_word ? room : type::most_added)) {
                    for (unsigned i = 0; i < room; ++i) sums.add(row.data(), row.data(), row.data(), row.data());
                    sums.spill();
                    added += room;
                }
                for (std::size_t i = 0; i < Bytes; ++i) {
                    const unsigned byte = static_cast<unsigned char>(row[i]);
                    expected[i] = std::int64_t{added} * 4 * (static_cast<int>(byte & 15) - matn::detail::weight_zero);
                    expected[i + Bytes] = std::int64_t{added} * 4 * (static_cast<int>(byte >> 4) - matn::detail::weight_zero);
                }
                if (in_word) sums.move_to(of_word, 4 * added), std::copy(of_word, of_word + 32, found);
                else sums.add_to(found, 4 * added, true);
                REQUIRE(std::equal(found, found + 2 * Bytes, expected));
            }
    };
    check(std::integral_constant<std::size_t, 4>());
    check(std::integral_constant<std::size_t, 8>());
    check(std::integral_constant<std::size_t, 16>());
}

namespace {

// The core's models in rows of 16 bytes: the same classes, behind sixteen that no text is in.
struct wide_rows {
    static constexpr std::size_t groups = matn::detail::modelled_groups, before = 16, most = 32;
    struct tag_table {
        const char* of[groups][most];
    };
    static constexpr tag_table tags = [] {
        tag_table t{};
        for (std::size_t g = 0; g < groups; ++g)
            for (std::size_t i = 0; i < most; ++i) {
                const matn::detail::language_model& m = matn::detail::core_models::of[g];
                t.of[g][i] = i >= before && i - before < m.classes ? m.tags[i - before] : "xx";
            }
        return t;
    }();
    inline static float bias[groups][most];
    inline static char rows[groups][10240 * 16];

    static constexpr matn::detail::language_model model(std::size_t g) {
        matn::detail::language_model m = matn::detail::core_models::of[g];
        m.row_bytes = 16, m.classes += before, m.tags = tags.of[g], m.bias = bias[g], m.rows = rows[g];
        return m;
    }
    static void fill() {
        for (std::size_t g = 0; g < groups; ++g) {
            const matn::detail::language_model& m = matn::detail::core_models::of[g];
            for (std::size_t i = 0; i < most; ++i)
                bias[g][i] = i < before || i - before >= m.classes ? -100.F : m.bias[i - before];
            const std::size_t count = std::max(std::size_t{1} << m.short_bits, (std::size_t{1} << m.long_bits) + m.long_first);
            REQUIRE(count * 16 <= sizeof rows[g]);
            for (std::size_t r = 0; r < count; ++r)
                for (std::size_t i = 0; i < 16; ++i) {
                    const unsigned both = static_cast<unsigned char>(m.rows[r * m.row_bytes + i % m.row_bytes]);
                    const unsigned weight = i >= 2 * m.row_bytes ? 8 : i < m.row_bytes ? both & 15 : both >> 4;
                    rows[g][r * 16 + i] = static_cast<char>(weight << 4); // the sixteen have the least weight there is
                }
        }
    }
};
struct wide_models {
    static constexpr matn::detail::language_model of[] = {wide_rows::model(0), wide_rows::model(1), wide_rows::model(2)};
};

} // namespace

TEST_CASE("a set of models may have rows of 16 bytes, for up to 32 languages of a script") {
    using namespace matn::detail;
    STATIC_REQUIRE(lanes_of<core_models> == 16);
    STATIC_REQUIRE(lanes_of<wide_models> == 32);
    wide_rows::fill();
    const auto labels = [](auto models, std::string_view text) {
        using set = decltype(models);
        matn::detail::buffer<matn::detail::weighed_word<lanes_of<set>>> words;
        chain_memory<lanes_of<set>> memory;
        each_weighed_word<set, false>(text, [&](const auto& w) { words.push_back(w); });
        label_words<set>(words, memory, "");
        std::vector<unsigned> codes;
        for (const auto& w : words)
            codes.push_back(w.group == letter_group::other ? 0 : w.code + (lanes_of<set> == 32 ? 0U : 16U));
        return std::pair(codes, text);
    };
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const std::string text = some_text(random, random() % 80) + " وزارت خارجه اعلام کرد. The ministry said so.";
        CAPTURE(text);
        const matn::language core = identify<core_models, false>(text, {}), wide = identify<wide_models, false>(text, {});
        REQUIRE(core.code == wide.code);
        REQUIRE(core.confidence == wide.confidence);
        const matn::language plain = identify<wide_models, true>(text, {});
        REQUIRE((plain.code == wide.code && plain.confidence == wide.confidence));
        const auto core_labels = labels(core_models(), text), wide_labels = labels(wide_models(), text);
        for (std::size_t i = 0; i < core_labels.first.size(); ++i)
            if (core_labels.first[i] != 0) REQUIRE(core_labels.first[i] == wide_labels.first[i]);
    }
}

TEST_CASE("sums grow with the text, however long, and words without end are no trouble") {
    for (const std::string once :
         {"وزارت خارجه می‌گوید که ", "The quick brown fox’s l'été, ", "гуфтушунид ҳафтаи оянда ", "漢字 "}) {
        std::string text;
        for (int i = 0; i < 20000; ++i) text += once;
        const auto one = sums_of<false>(once), all = sums_of<false>(text);
        REQUIRE(all.others == 20000 * one.others);
        for (std::size_t g = 0; g < matn::detail::modelled_groups; ++g) {
            REQUIRE(all.groups[g].letters == 20000 * one.groups[g].letters);
            REQUIRE(all.groups[g].features == 20000 * one.groups[g].features);
            for (std::size_t i = 0; i < lanes_in(g) && one.groups[g].features > 0; ++i)
                REQUIRE(all.groups[g].of[i] == 20000 * one.groups[g].of[i]);
        }
    }
    for (const std::string letter : {"ژ", "x", "ж", "é", "\xEF\xBA\xB3"}) {
        std::string word;
        for (int i = 0; i < 1 << 19; ++i) word += letter;
        const auto plain = sums_of<true>(word);
        const auto fast = sums_of<false>(word);
        for (std::size_t g = 0; g < matn::detail::modelled_groups; ++g)
            REQUIRE(same(plain.groups[g], fast.groups[g], lanes_in(g)));
        REQUIRE(matn::identify(word).confidence <= 1);
    }
}

TEST_CASE("a word that is longer than words are is cut for spans") {
    const auto lengths = [](std::size_t letters, const std::string& letter) {
        std::string text, found;
        for (; letters > 0; --letters) text += letter;
        matn::detail::each_weighed_word<matn::detail::core_models, false>(
            text, [&](const auto& w) { found += std::to_string(w.length) + (w.at.end == text.size() ? "." : " "); });
        return found;
    };
    for (const std::string letter : {"ب", "k", "ж", "字"}) {
        CHECK(lengths(47, letter) == "47.");
        CHECK(lengths(48, letter) == "48.");
        CHECK(lengths(49, letter) == "48 1.");
        CHECK(lengths(100, letter) == "48 48 4.");
    }
}

TEST_CASE("the tables of the model and of the Persian variety take at most 128 KB") {
    using namespace matn::detail;
    STATIC_REQUIRE(sizeof language_arabic_rows + sizeof language_latin_rows + sizeof language_cyrillic_rows +
                       sizeof persian_slots <=
                   128 * 1024 + 4);
}

TEST_CASE("the table of letters is what its rules give") {
    for (char32_t c = 0; c < 0x700; ++c) {
        const auto rule = matn::detail::read_letter(c);
        const auto entry = matn::detail::letter_of(c);
        REQUIRE((rule.group == entry.group && rule.code == entry.code));
    }
    // The forms of old fonts are the letters themselves.
    CHECK(matn::detail::letter_of(0xFEB3).code == 0x633);
    CHECK(matn::detail::letter_of(0xFBFC).code == 0x6CC);
    CHECK(matn::detail::letter_of(U'Ş').code == matn::detail::letter_of(U'ş').code);
    CHECK(matn::detail::letter_of(U'Ž').code == matn::detail::letter_of(U'ž').code);
    CHECK(matn::detail::letter_of(U'İ').code == U'i');
    CHECK(matn::detail::letter_of(U'Ғ').code == matn::detail::letter_of(U'ғ').code);
}

TEST_CASE("any bytes are covered by spans, and the same text gives the same answer") {
    std::mt19937 random(5);
    const std::string_view pieces[] = {"سلام", "ولسوالی", " ",    "\n",   "hello", "Привет", "漢字",
                                       "\xFF", "\xD8",    "\x80", "۱۲",   "(",     "»",      "\xE2\x80\x8C",
                                       "چې",   "ہے",      "😀",    "שלום", "a",     "'",      "ـ"};
    const auto analyse = matn::pipeline(matn::languages);
    auto doc = analyse.blank();
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t i = random() % 40; i > 0; --i)
            text += random() % 10 == 0 ? std::string(1, static_cast<char>(random() % 256))
                                       : std::string(pieces[random() % std::size(pieces)]);
        analyse(text, doc);
        const auto spans = doc.each<matn::language_span>();
        check_cover(text, spans);
        const auto again = matn::languages(text);
        REQUIRE(again.size() == spans.size());
        for (std::size_t i = 0; i < again.size(); ++i) REQUIRE((again[i].at == spans[i].at && again[i].code == spans[i].code));
        (void)matn::identify(text);
    }
}

TEST_CASE("a megabyte of one letter is no language, and no trouble") {
    std::string letters;
    for (int i = 0; i < 500000; ++i) letters += "ژ";
    const auto spans = matn::languages(letters);
    check_cover(letters, spans);
    CHECK(spans.size() == 1);
    check_cover(std::string(1 << 20, 'x'), matn::languages(std::string_view(std::string(1 << 20, 'x'))));
}

TEST_CASE("the five articles of the shared folder have the languages that a reader sees") {
    const std::string folder = MATN_SHARED_DIR "/seeds/";
    if (read_file(folder + "000_bb607bf050d402ba.txt").empty()) {
        WARN("skipped: no shared data");
        return;
    }
    const struct {
        const char* file;
        const char* code;
    } articles[] = {{"000_bb607bf050d402ba.txt", "prs"},
                    {"001_125bb97d4d3b0b5c.txt", "ar"},
                    {"002_e7ebc790dcfd94aa.txt", "en"},
                    {"003_3a8054599990ea5e.txt", "ar"},
                    {"004_f18f571eacccecc8.txt", "en"}};
    for (const auto& [file, code] : articles) {
        const std::string text = read_file(folder + file);
        CAPTURE(file);
        const auto doc = matn::pipeline(matn::languages)(text);
        CHECK(doc.get<matn::language>().code == matn::language_tag(std::string_view(code)));
        check_cover(text, doc.each<matn::language_span>());
        bool english = false;
        for (const auto& s : doc.each<matn::language_span>()) english = english || s.code == "en";
        CHECK(english == (std::string_view(code) == "en" || std::string_view(file).substr(0, 3) == "003"));
    }
}
