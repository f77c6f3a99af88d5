// SPDX-License-Identifier: MIT
// Words of numbers that count: units of measure and money, classifiers and common counted nouns, and the words that are none.
#ifndef MATN_DETAIL_LEXICON_UNITS_HPP
#define MATN_DETAIL_LEXICON_UNITS_HPP

#include <matn/detail/time_scan.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::counting {

// Letters that people write for one another are one here, as in all of the lexicon: one spelling of each word is enough.
inline constexpr std::string_view unit_words =
    // English: measures, time, money, people and things of the news
    "km kms kilometer kilometers kilometre kilometres m meter meters metre metres cm centimeter centimeters centimetre centimetres "
    "mm millimeter millimeters millimetre millimetres mi mile miles yd yard yards ft foot feet inch inches nm nmi "
    "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes g gram grams gramme grammes mg milligram milligrams ton tons tonne "
    "tonnes lb lbs pound pounds oz ounce ounces carat carats quintal quintals "
    "l liter liters litre litres ml milliliter milliliters millilitre millilitres cl gallon gallons barrel barrels bpd "
    "ha hectare hectares acre acres jerib jeribs kmh mph kph knot knots "
    "hz khz mhz ghz kw mw gw kwh mwh gwh watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts volt volts amp amps "
    "joule joules calorie calories kcal bar bars hpa degree degrees celsius fahrenheit db decibel decibels "
    "kb mb gb tb byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes bit bits pixel pixels mp "
    "ms sec secs second seconds min mins minute minutes hr hrs hour hours day days week weeks month months yr yrs year years "
    "decade decades century centuries fortnight fortnights night nights millennium millennia "
    "dollar dollars usd cent cents euro euros eur pound gbp sterling yen jpy yuan renminbi cny rupee rupees inr pkr afn afghani afghanis "
    "rial rials irr toman tomans riyal riyals sar dirham dirhams aed dinar dinars iqd kwd lira liras try ruble rubles rouble roubles rub "
    "franc francs chf krona kronor won shekel shekels peso pesos aud cad egp "
    "person persons people man men woman women child children boy boys girl girls soldier soldiers troops civilian civilians "
    "prisoner prisoners detainee detainees refugee refugees migrant migrants casualties dead police fighters fighter militants "
    "family families household households sheep fish cattle aircraft percentage mice teeth lives wolves "
    // Arabic
    "كيلومتر كيلومترا كيلومترات كيلو كلم كم متر مترا أمتار سم سنتيمتر سنتمتر سنتيمترات مم مليمتر ملم ميل ميلا أميال قدم قدما أقدام بوصة "
    "بوصات ياردة فرسخ كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كجم كغم كغ غرام غراما غرامات جرام جراما جرامات ملغ طن طنا أطنان رطل أرطال "
    "لتر لترا لترات مليلتر مل برميل برميلا براميل غالون هكتار هكتارا هكتارات فدان فدانا فدادين دونم دونما دونمات "
    "واط وات كيلوواط ميغاواط ميجاوات غيغاواط فولت درجة درجات هرتز ميغاهرتز بايت ميغابايت غيغابايت "
    "ثانية ثوان ثواني دقيقة دقائق ساعة ساعات يوم يوما أيام أسبوع أسبوعا أسابيع شهر شهرا أشهر شهور سنة سنوات عام عاما أعوام "
    "عقد عقود قرن قرنا قرون ليلة ليال ليالي "
    "دولار دولارا دولارات يورو سنت سنتا جنيه جنيها جنيهات درهم درهما دراهم دينار دينارا دنانير ريال ريالا ريالات ليرة ليرات روبية روبل "
    "يوان فرنك شيكل تومان أفغاني "
    "شخص شخصا أشخاص فرد فردا أفراد رجل رجلا رجال امرأة نساء طفل طفلا أطفال سجين سجينا سجناء أسير أسيرا أسرى جندي جنديا جنود قتيل قتيلا "
    "قتلى جريح جريحا جرحى مصاب مصابا مصابين إصابة إصابات حالة حالات وفاة ضحية ضحايا عنصر عنصرا عناصر مدني مدنيا مدنيين لاجئ لاجئا لاجئين نازح "
    "نازحا نازحين عائلة عائلات أسرة أسر نسمة مواطن مواطنا مواطنين صاروخ صاروخا صواريخ دولة دول بلد بلدا بلدان نقطة نقاط مرة مرات وحدة وحدات "
    "ورقة وثيقة وزير وزيرا وزراء ولاية ولايات "
    // Persian and Dari
    "کیلومتر متر سانتی‌متر سانتیمتر سانتی میلی‌متر میلیمتر کیلو کیلوگرم کیلوگرام گرم گرام میلی‌گرم تن لیتر لیتره میلی‌لیتر بشکه هکتار جریب "
    "فرسنگ مایل فوت اینچ درجه وات کیلووات مگاوات گیگاوات ولت بایت کیلوبایت مگابایت گیگابایت ترابایت کیلوهرتز مگاهرتز گیگاهرتز پیکسل "
    "ثانیه دقیقه ساعت روز شب هفته ماه سال دهه قرن سده شبانه‌روز "
    "دالر دلار یورو پوند افغانی روپیه کلدار تومان ریال درهم دینار لیر ین یوان سنت پیسه فرانک روبل "
    "نفر کس تن فرد زن مرد کودک طفل زندانی اسیر سرباز عسکر نظامی پولیس پلیس کشته زخمی مجروح آواره مهاجر پناهنده خانواده فامیل "
    "باب دستگاه عراده تخته قلم جلد نسخه عدد دانه راس رأس فقره مورد قبضه فروند حلقه قطعه بسته قوطی جفت دوره بار مرتبه دفعه نوبت کشور شهر "
    "ولایت ولسوالی روستا قریه مکتب مدرسه شرکت واحد خانه حزب عضو نماینده نامزد کاندید گروه نوع بخش نکته امتیاز رای کرسی "
    // Pashto
    "کیلومتره کیلومټره متره مترو کیلوګرامه ګرامه ټنه لیتره جریبه هکتاره میله درجې میګاواټه میګاواټ کیلوواټه ثانیې دقیقې دقیقو ساعته ساعتونه "
    "ساعتونو ورځې ورځو شپې شپو اونۍ اوونۍ اونیو میاشتې میاشتو کاله کلونه کلونو لسیزې پېړۍ "
    "ډالره ډالرو ډالر افغانۍ افغانیو کلدارې یورو روپۍ روپیو تومانه تنه تنو کسان کسانو کسه ښځې ښځو نارینه ماشومان ماشومانو بندیان بندیانو زندانیان "
    "سرتېري سرتېرو عسکر عسکرو پوځیان پوځیانو ملکیان ملکیانو کورنۍ کورنیو ځله ځلې ځایه ټوکه هېوادونه هېوادونو ولایتونه ولایتونو ولسوالۍ ښوونځي "
    "ښوونځیو مرمۍ چوکۍ غړي غړو کډوال کډوالو "
    // Urdu
    "کلومیٹر کیلومیٹر میٹر سینٹی‌میٹر ملی‌میٹر میل فٹ انچ گز کلوگرام کلو گرام ٹن لیٹر بیرل ایکڑ کنال مرلہ ہیکٹر ڈگری میگاواٹ واٹ سیکنڈ سیکنڈز منٹ "
    "منٹوں گھنٹہ گھنٹے گھنٹوں دن دنوں ہفتہ ہفتے ہفتوں مہینہ مہینے مہینوں ماہ سال سالوں برس برسوں دہائیوں صدیوں راتوں "
    "روپے روپیہ روپیے ڈالر ڈالرز یورو پاؤنڈ پاؤنڈز ریال درہم دینار پیسے "
    "افراد فرد لوگ لوگوں شخص اشخاص مرد خواتین عورتیں عورتوں بچے بچوں بچیاں قیدی قیدیوں اہلکار اہلکاروں فوجی فوجیوں شہری شہریوں زخمی مہاجرین خاندان "
    "خاندانوں ممالک ملکوں بار مرتبہ دفعہ ارکان رکن نشستیں نشستوں ووٹ ووٹوں مقامات کارکن کارکنوں مزدور مزدوروں طلبہ ملزمان ملزم گاڑیاں گاڑیوں مکانات "
    "دیہات سکول رنز وکٹیں وکٹوں میچ میچوں گیندوں ";

// Words behind a number that it does not count, and that no other list knows.
inline constexpr std::string_view function_words =
    // English words in -s
    "always was has does besides perhaps versus towards upwards downwards afterwards across plus minus less unless this thus his hers its "
    "yours ours theirs yes as is us alas sometimes nowadays indoors outdoors overseas themselves ourselves yourselves says goes comes "
    "makes takes gives gets looks needs wants means becomes remains includes contains appears seems shows lies begins ends others times "
    // Persian and Dari
    "در به از که و را با بر تا این آن است بود شد شده نیز هم برای پیش بعد قبل یا اما ولی اگر چون هر همه چه باید بین میان تنها فقط حدود نزد "
    "توسط بدون علیه روی زیر بالای پس سپس کرد کردند کرده کنند کند داد دادند داده دارد دارند داشت داشتند داشته شدند شده‌اند بودند بوده هست "
    "هستند نیست می نمی رسید رسیده رسیدند گفت گفتند گرفت گرفته یافت یافته خواهد خواهند آمد آمده رفت رفته بیش بیشتر کمتر کم زیاد دیگر اخیر "
    "گذشته آینده جاری میلادی شمسی قمری هجری خورشیدی عیسوی درصد مربع مکعب آخر اول نخست دوم همچنین وقتی زمانی چنین ضمن طبق بنا مثل مانند "
    "یعنی البته پایان آغاز طی ام اند ای اش شان ما شما او وی ها های دارای شامل معادل برابر واقع تأسیس متولد منتشر آغاز الی همین درباره تیمش همان "
    "سالگی ساله ساعته روزه نفره ماهه متری کیلومتری درصدی هزار "
    // Arabic
    "في من على إلى عن أن إن قد كان كانت التي الذي الذين هذا هذه ذلك تلك هو هي هم بعد قبل حتى منذ خلال بين عند عندما لكن أو أم ثم لا لم لن ما "
    "مع كما كل أي غير سوى حيث إذا فقط أيضا نحو حوالي أكثر أقل ضمن لدى بسبب ضد دون فيما بينهم بينها منهم منها فيها فيه به بها له لها لهم تم "
    "أصبح أصبحت ميلادي ميلادية هجري هجرية الماضي الجاري المقبل مربع مكعب بالمئة مقابل ليس ليست مثل نفس بعض إضافة بعدها قبلها شمالا جنوبا شرقا غربا بدلا تحت فوق أمام وراء ضد عبر "
    "أعلن أعلنت قال قالت أكد جاء جاءت شهد شهدت تقريبا تقريبًا فأكثر فأقل "
    // Pashto
    "په د کې ته چې او له نه یې سره هم دي دی ده شوي شوی شوې دا دغه هغه یا خو پر لپاره وروسته مخکې پورې څخه باندې لاندې بل بله نور نورو "
    "زیات ډېر کم شول شو کړي کړل ووژل وژل وي وو وه ول کړ کړه لري لرې راغلي ویلي "
    // Urdu
    "میں سے کے کی کا کو نے پر اور تک ہے ہیں تھا تھی تھے بھی ہی یا جو یہ وہ اس ان جس کہ لیکن مگر بعد پہلے قبل زائد زیادہ کم ہو ہوا ہوئے ہوئی گئے گئی "
    "گیا رہا رہے رہی والے والی والا ساتھ لیے لئے کر دیا دیے دی لاکھ کروڑ فیصد تقریبا تقریباً صرف نیز جبکہ جب نہیں آئندہ گزشتہ گذشتہ سابق نئے نئی عیسوی ہجری ";

// Words before a number that make it a name: page 12, المادة 5, سال ۱۳۹۹.
inline constexpr std::string_view label_words =
    "page pages chapter article section number no nr year level version figure table room flight route channel group phase since volume vol "
    "part item line act rule question step type class grade season episode windows highway resolution "
    "رقم المادة مادة صفحة الصفحة عام سنة العام السنة الفصل فصل القناة قناة الساعة البند بند العدد عدد القرار قرار الدرجة المجموعة مجموعة المركز "
    "صفحه صفحهٔ ماده مادهٔ شماره شمارهٔ سال سنه سنۀ فصل ساعت بند ناحیه ناحیهٔ منطقه منطقهٔ حوزه حوزهٔ دهه دههٔ قسمت کلاس صنف نسخه کانال خط قرن درجه "
    "جلد آیه آیهٔ سوره مرحله گروه رده رتبه قطعنامه پلاک تاریخ "
    "کال ګڼه ماده مخ "
    "سنہ صفحہ نمبر شق آرٹیکل دفعہ باب جماعت گروپ ";

// The key of a word, as the scan folds it.
[[nodiscard]] constexpr std::uint64_t key_of(std::string_view word) noexcept {
    when::folded_key key;
    for (std::size_t i = 0; i < word.size();) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (c < 0x80) {
            key.add((c | 32u) - 'a' + 1);
            key.latin = true;
            ++i;
        } else if (c >= 0xD8 && c <= 0xDB) {
            const unsigned code =
                when::byte_at(lexicon_time::letter_codes, (c & 3u) << 6 | (static_cast<unsigned char>(word[i + 1]) & 0x3Fu));
            if (code != 0 && code != 64) key.add(code);
            i += 2;
        } else {
            i += 3; // a joiner
        }
    }
    return key.value();
}

[[nodiscard]] constexpr std::size_t count_words(std::string_view words) noexcept {
    std::size_t n = 0;
    for (const char c : words) n += c == ' ' ? 1 : 0;
    return n;
}

// The keys of the words of a list, sorted.
template <std::size_t Size>
struct word_set {
    std::array<std::uint64_t, Size> keys{};

    constexpr explicit word_set(std::string_view words) noexcept {
        std::size_t n = 0;
        for (std::size_t from = 0; from < words.size();) {
            const std::size_t to = words.find(' ', from);
            keys[n++] = key_of(words.substr(from, to - from));
            from = to + 1;
        }
        for (std::size_t step = Size / 2; step > 0; step /= 2) // Shell's sort: short, and quick enough for the compiler
            for (std::size_t i = step; i < Size; ++i)
                for (std::size_t j = i; j >= step && keys[j] < keys[j - step]; j -= step) {
                    const std::uint64_t higher = keys[j - step];
                    keys[j - step] = keys[j];
                    keys[j] = higher;
                }
    }
    [[nodiscard]] constexpr bool has(std::uint64_t key) const noexcept {
        std::size_t from = 0;
        for (std::size_t n = Size; n > 0;) {
            const std::size_t half = n / 2;
            if (keys[from + half] == key) return true;
            if (keys[from + half] < key) {
                from += half + 1;
                n -= half + 1;
            } else {
                n = half;
            }
        }
        return false;
    }
};
inline constexpr word_set<count_words(unit_words)> unit_set{unit_words};
inline constexpr word_set<count_words(function_words)> function_set{function_words};
inline constexpr word_set<count_words(label_words)> label_set{label_words};

}}} // namespace matn::v0::detail::counting

#endif
