// SPDX-License-Identifier: MIT
// Words that every text has, which sound like names of small places: alone they are no name.
#ifndef MATN_DETAIL_LEXICON_COMMON_HPP
#define MATN_DETAIL_LEXICON_COMMON_HPP

#include <matn/version.hpp>

#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr char common_persian[] =
    "از با بر به تا در را که و یا هم نیز اما ولی اگر چون زیرا پس پیش بعد قبل همین همان این آن او وی ما من تو شما آنها ایشان خود خودش شان "
    "است بود شد شده شود می نمی باشد هست نیست دارد دارند داشت داشته کرد کرده کند کنند کنیم شدن کردن گفت گفته گفتند گوید دید دیدار داد داده دهد "
    "آمد آمده آید رفت رفته رود گرفت گرفته گیرد یک دو سه چهار پنج شش هفت هشت نه ده صد هزار میلیون بیست سی چهل پنجاه شنبه یکشنبه دوشنبه چهارشنبه جمعه "
    "روز شب صبح شام ماه سال هفته ساعت دقیقه امروز دیروز فردا بار باره هر همه هیچ چند چندین بسیار زیاد کم بیش بیشتر کمتر دیگر دیگری برخی بعضی "
    "کار کشور دولت مردم شهر ولایت منطقه جنگ صلح خبر وزیر وزارت خارجه داخله دفاع رئیس رییس جمهور حکومت مجلس نیرو نیروها نظامی امنیت امنیتی "
    "آغاز پایان ادامه انجام مورد باید شاید توان تواند توانند خواهد خواهند بین میان زیر روی سوی نزد ضد حل حال حالا اکنون هنوز تنها فقط حتی همچنان همچنین "
    "بزرگ کوچک نو جدید کهن خوب بد راه جای جا کنار طرف سمت دست سر چشم دل آب نان خانه زن مرد کودک زبان کتاب نام نامه عمومی ملی متحده ملل بحران مبارزه کاهش افزایش "
    "تماس ارتباط وعده شرط قاطع کاملا کامل دارای بدون برای درباره علیه طی حدود نزدیک دور همراه تمام کل نفر تن مرکز شرق غرب شمال جنوب گذشته آینده "
    "جاری اخیر سپس البته یعنی چنین چنان چرا چگونه کجا کدام کی چه آیا بلی نخیر بله خیر مثل مانند تجدید تأکید تاکید اعلام ابراز اظهار توافق توافقنامه "
    "امضا حمله هدف گروه اعضا عضو عملیات کشته زخمی هلاک بازداشت آزاد رها زندان زندانی حق حقوق قانون پایبند اساس اساسی سیاسی اقتصادی اجتماعی فرهنگی";
inline constexpr char common_arabic[] =
    "من في على إلى عن مع ما لا لم لن إن أن كان كانت يكون تكون هذا هذه ذلك تلك هو هي هم نحن أنا أنت الذي التي الذين كل بعض أي غير بين بعد قبل "
    "عند حتى ثم أو أم بل لكن لكنه منذ خلال حول ضد نحو تحت فوق أمام وراء داخل خارج دون سوى كما مثل حيث حين إذا إذ لو قد سوف ليس ليست هناك هنا "
    "اليوم أمس غدا الآن يوم أيام شهر سنة عام أسبوع ساعة صباح مساء ليلة واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف مليون أول ثاني "
    "ثالث رابع خامس سادس سابع ثامن تاسع عاشر آخر أخرى جديد جديدة كبير كبيرة صغير كثير قليل قال قالت يقول تقول أعلن أكد أضاف ذكر صرح دعا طلب "
    "رئيس وزير وزارة حكومة دولة بلاد شعب مدينة حركة حرب سلام اتفاق مفاوضات محادثات قوات جيش أمن أمني سياسي عسكري أمير ملك شيخ سيد دكتور أستاذ "
    "مع عدد نسبة مرة مرات شيء أمر أمور طريق بيت رجل امرأة طفل ولد بنت ابن أبو أم يد عين رأس قلب ماء وقت مكان جزء جانب حال حالة سادت تم يتم كذلك أيضا "
    "فقط لأن لذلك عبر لدى بسبب رغم أكثر أقل أهم أفضل خاصة عامة مجموعة عملية قرار بيان تقرير خبر صحيفة موقع قناة وكالة مصدر مصادر طرف أطراف هدف نظام "
    "حكم حق حقوق قانون مجلس عضو أعضاء شرق غرب شمال جنوب وسط نهاية بداية عودة دعم عمل عاما بدء إطلاق سراح سجناء أسرى تبادل";
inline constexpr char common_pashto[] =
    "د په له ته کې کښې چې او یا هم نه دا دی ده دي وو وه شو شوه شي کړ کړه کړي کوي کول شول سره لپاره پر باندې لاندې پورې څخه هغه هغې دغه دې یې مې دې مو "
    "خو که نو بیا تر ترڅو وروسته مخکې مخ اوس نن پرون سبا ورځ شپه میاشت کال اونۍ یو دوه درې څلور پنځه شپږ اووه اته نهه لس سل زره ټول هر ځینې ډېر لږ نور بل "
    "وویل ویلي وايي خلک هېواد دولت حکومت ښار ولایت وزیر مشر ولسمشر پوځ سوله جګړه کار لار ځای کور ښځه سړی نوی لوی کوچنی ښه بد ژوند مرګ لاس سر نوم خبر";
inline constexpr char common_urdu[] =
    "اور کا کی کے کو میں سے پر نے ہے ہیں تھا تھی تھے ہو ہوا ہوئی ہوئے یہ وہ اس ان جو کہ تو بھی ہی نہیں ایک دو تین چار پانچ چھ سات آٹھ نو دس سو ہزار لاکھ "
    "کر کیا کرنے کرتے گیا گئی گئے جا رہا رہی رہے دیا دی دیے لیا لیے لئے بعد پہلے ساتھ تک اب آج کل جب تب یہاں وہاں کہا کہنا بتایا لوگ ملک شہر حکومت وزیر اعظم "
    "صدر فوج دن رات سال ماہ ہفتہ وقت بات کام گھر مرد عورت بچے پانی نام نیا نئی بڑا بڑی چھوٹا اچھا برا سب کچھ کوئی ہر اپنے اپنی اپنا ہم آپ میں تم مگر لیکن اگر";
inline constexpr char common_english[] =
    "the a an and or but if of to in on at by for from with as is are was were be been has have had do does did will would can could may might must "
    "shall should not no yes he she it they we you i his her its their our your my this that these those who which what when where why how all any some "
    "more most much many few one two three four five six seven eight nine ten hundred thousand million first second third last next new old good bad "
    "said says say told tell asked also after before between during over under against about into out up down off then than now here there only just even "
    "still back day days week month year years time people man men woman women child state country city town war peace army force forces talks deal group "
    "minister president government official office police court law right left north south east west home house way work part side end start called made "
    "make take took come came go went see saw get got give gave other others such same own both each every very too so because while until since";
inline constexpr std::string_view common_words[] = {common_persian, common_arabic, common_pashto, common_urdu, common_english};

}}} // namespace matn::v0::detail

#endif
