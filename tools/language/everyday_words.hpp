// SPDX-License-Identifier: MIT
// What people write every day and encyclopedias, news and interfaces don't: greetings, names, first words in a search box. And the
// commonest words of Slavic languages that have no class. Written by hand, for the program that trains language.hpp.
#ifndef MATN_TOOLS_LANGUAGE_EVERYDAY_WORDS_HPP
#define MATN_TOOLS_LANGUAGE_EVERYDAY_WORDS_HPP

#include <string_view>

namespace language {

struct phrases {
    std::string_view tag;
    const char* list; // separated by commas
};
inline constexpr phrases everyday_phrases[] = {
    {"en",
     "hello,hello world,hi,hi there,hey,good morning,good evening,good night,goodbye,bye,see you,see you later,thanks,thank you,"
     "thank you very much,you're welcome,please,sorry,excuse me,yes,no,yes please,no thanks,how are you,I'm fine,what's up,"
     "what is your name,my name is,where are you from,I love you,happy birthday,happy new year,merry christmas,"
     "congratulations,good luck,welcome,help,help me,what,who,when,where,why,how,how much,today,tomorrow,yesterday,now,the,and,of,"
     "this,that,here,there,house,water,bread,tea,coffee,milk,school,book,car,road,city,village,mother,father,brother,sister,friend,"
     "man,woman,boy,girl,child,children,day,night,week,month,year,one,two,three,four,five,six,seven,eight,nine,ten,the quick brown "
     "fox jumps over the lazy dog,test,this is a test,weather,news,price,map,near me,how to,best,free,new,old,good,bad,big,small"},
    {"fr",
     "bonjour,bonsoir,salut,au revoir,merci,merci beaucoup,s'il vous plaît,oui,non,comment ça va,comment allez-vous,bonne nuit,"
     "bonne journée,je t'aime,à bientôt,bon anniversaire,bonjour le monde,pardon,excusez-moi,pourquoi,aujourd'hui,demain,hier"},
    {"de",
     "hallo,hallo Welt,guten Morgen,guten Tag,guten Abend,gute Nacht,tschüss,auf Wiedersehen,danke,danke schön,vielen Dank,bitte,ja,"
     "nein,wie geht's,wie geht es dir,ich liebe dich,Entschuldigung,alles Gute zum Geburtstag,bis morgen,heute,gestern,warum"},
    {"es",
     "hola,hola mundo,buenos días,buenas tardes,buenas noches,adiós,hasta luego,gracias,muchas gracias,por favor,sí,cómo estás,"
     "qué tal,te quiero,te amo,feliz cumpleaños,lo siento,perdón,mañana,ayer,hoy,por qué,cuánto cuesta"},
    {"pt",
     "olá,olá mundo,bom dia,boa tarde,boa noite,tchau,até logo,obrigado,obrigada,por favor,sim,não,como vai,tudo bem,eu te amo,"
     "feliz aniversário,desculpe,amanhã,ontem,hoje,por quê"},
    {"it",
     "ciao,ciao mondo,buongiorno,buonasera,buonanotte,arrivederci,grazie,grazie mille,per favore,prego,sì,come stai,come va,ti amo,"
     "ti voglio bene,buon compleanno,scusa,mi dispiace,domani,ieri,oggi,perché"},
    {"tr",
     "merhaba,merhaba dünya,selam,günaydın,iyi akşamlar,iyi geceler,hoşça kal,güle güle,teşekkürler,teşekkür ederim,lütfen,evet,"
     "hayır,nasılsın,iyiyim,seni seviyorum,doğum günün kutlu olsun,özür dilerim,bugün,yarın,dün,neden"},
    {"id",
     "halo,halo dunia,selamat pagi,selamat siang,selamat sore,selamat malam,terima kasih,apa kabar,kabar baik,sampai jumpa,maaf,"
     "ya,tidak,aku cinta kamu,selamat ulang tahun,besok,kemarin,hari ini,kenapa"},
    {"ms",
     "helo,helo dunia,selamat pagi,selamat petang,selamat malam,terima kasih,apa khabar,khabar baik,jumpa lagi,maaf,ya,tidak,"
     "saya cintakan awak,selamat hari jadi,esok,semalam,hari ini,kenapa"},
    {"sw",
     "habari,habari yako,jambo,hujambo,asante,asante sana,tafadhali,ndiyo,hapana,kwaheri,karibu,nakupenda,habari za asubuhi,"
     "lala salama,leo,kesho,jana,samahani,salamu dunia"},
    {"az",
     "salam,salam dünya,sabahınız xeyir,axşamınız xeyir,gecəniz xeyrə,sağ ol,çox sağ ol,təşəkkür edirəm,zəhmət olmasa,bəli,xeyr,"
     "necəsən,necəsiniz,səni sevirəm,ad günün mübarək,bu gün,sabah,dünən"},
    {"uz", "salom,assalomu alaykum,xayrli tong,xayrli kech,rahmat,katta rahmat,iltimos,ha,yo'q,qalaysiz,yaxshimisiz,xayr,"
           "men seni sevaman,tug'ilgan kuningiz bilan,bugun,ertaga,kecha"},
    {"tk",
     "salam,salam dünýä,ertiriňiz haýyrly bolsun,agşamyňyz haýyrly bolsun,sag boluň,hawa,ýok,nähili,gowy,şu gün,ertir,düýn"},
    {"kmr",
     "silav,rojbaş,êvarbaş,şevbaş,spas,gelek spas,ji kerema xwe,erê,na,tu çawa yî,ez baş im,ez ji te hez dikim,bi xatirê te,îro,"
     "sibê,duh,cejna te pîroz be"},
    {"ru", "привет,привет мир,здравствуйте,доброе утро,добрый день,добрый вечер,спокойной ночи,до свидания,пока,спасибо,"
           "большое спасибо,пожалуйста,да,нет,как дела,хорошо,я тебя люблю,с днём рождения,извините,сегодня,завтра,вчера,почему,"
           "Путин,Москва,Россия,Иван,Анна,Сергей,Ольга,дом,вода,хлеб,школа,книга,машина,город,мама,папа,друг"},
    {"tg",
     "салом,салом ҷаҳон,субҳ ба хайр,шаб ба хайр,хайр,ташаккур,раҳмат,лутфан,ҳа,не,шумо чӣ хел,хуб,ман туро дӯст медорам,имрӯз,"
     "фардо,дирӯз,чаро,хона,об,нон,мактаб,китоб,шаҳр,модар,падар,дӯст,Душанбе"},
    {"fa",
     "سلام,سلام دنیا,سلام علیکم,درود,صبح بخیر,عصر بخیر,شب بخیر,روز بخیر,خداحافظ,خدانگهدار,ممنون,ممنونم,متشکرم,تشکر,مرسی,"
     "خیلی ممنون,لطفا,لطفاً,ببخشید,بله,آره,نه,نخیر,چطوری,چطور هستید,حال شما چطور است,خوبی,خوبم,خوش آمدید,دوستت دارم,"
     "تولدت مبارک,عید مبارک,نوروز مبارک,سال نو مبارک,موفق باشید,خسته نباشید,کجایی,چه خبر,چرا,کجا,کی,چه,چند,امروز,فردا,دیروز,"
     "الان,خانه,آب,نان,چای,مدرسه,کتاب,ماشین,موتر,شهر,مادر,پدر,برادر,خواهر,دوست,مرد,زن,پسر,دختر,روز,شب,هفته,ماه,سال,یک,دو,سه,"
     "چهار,پنج,شش,هفت,هشت,نه,ده,تهران,ایران,کابل,هرات,افغانستان,مزار شریف,قیمت دلار,آب و هوا,اخبار,نقشه,من,تو,او,ما,شما,این,آن,است,"
     "نیست,دارم,می‌خواهم,نمی‌دانم,می‌روم"},
    {"ar",
     "مرحبا,مرحبا بالعالم,أهلا,أهلا وسهلا,السلام عليكم,وعليكم السلام,صباح الخير,مساء الخير,تصبح على خير,مع السلامة,شكرا,شكرا جزيلا,"
     "عفوا,من فضلك,نعم,لا,كيف حالك,بخير,الحمد لله,إن شاء الله,أحبك,عيد مبارك,كل عام وأنتم بخير,مبروك,آسف,لماذا,أين,متى,كيف,اليوم,"
     "غدا,أمس,الآن,بيت,ماء,خبز,شاي,مدرسة,كتاب,سيارة,مدينة,أم,أب,أخ,أخت,صديق,رجل,امرأة,ولد,بنت,يوم,ليلة,أسبوع,شهر,سنة,واحد,"
     "اثنان,ثلاثة,أربعة,خمسة,القاهرة,بغداد,دمشق,مكة,مصر,الطقس,الأخبار,خريطة,أنا,أنت,هو,هي,نحن,هذا,هذه,محمد,أحمد,علي,فاطمة,عبد الله"},
    {"ps",
     "سلام,سلامونه,سهار مو پخير,شپه مو پخير,ماښام مو پخير,مننه,ډېره مننه,مهرباني,هو,نه,څنګه يې,څنګه یاست,ښه یم,د خدای په امان,"
     "په مخه مو ښه,ستړی مه شې,هر کله راشئ,زه تا سره مینه لرم,اختر مو مبارک,نن,سبا,پرون,ولې,چېرته,کله,څوک,څه,کور,اوبه,ډوډۍ,چای,"
     "ښوونځی,کتاب,موټر,ښار,مور,پلار,ورور,خور,ملګری,سړی,ښځه,هلک,نجلۍ,ورځ,شپه,اونۍ,میاشت,کال,یو,دوه,درې,څلور,پنځه,کابل,"
     "کندهار,ننګرهار,پښتو,افغانستان,زه,ته,هغه,موږ,تاسو,دا,دی,ده,نشته"},
    {"ur",
     "سلام,السلام علیکم,وعلیکم السلام,آداب,صبح بخیر,شب بخیر,خدا حافظ,اللہ حافظ,شکریہ,بہت شکریہ,مہربانی,جی,جی ہاں,نہیں,ہاں,"
     "کیا حال ہے,آپ کیسے ہیں,میں ٹھیک ہوں,خوش آمدید,مجھے تم سے محبت ہے,سالگرہ مبارک,عید مبارک,معاف کیجیے,معاف کریں,آج,کل,ابھی,"
     "کیوں,کہاں,کب,کون,کیا,کیسے,گھر,پانی,روٹی,چائے,اسکول,کتاب,گاڑی,شہر,ماں,باپ,بھائی,بہن,دوست,آدمی,عورت,لڑکا,لڑکی,دن,رات,"
     "ہفتہ,مہینہ,سال,ایک,دو,تین,چار,پانچ,کراچی,لاہور,اسلام آباد,پاکستان,موسم,خبریں,میں,تم,آپ,وہ,ہم,یہ,ہے,ہیں,نہیں ہے"},
    {"ckb", "سڵاو,بەیانی باش,ڕۆژ باش,ئێوارە باش,شەو باش,سوپاس,زۆر سوپاس,تکایە,بەڵێ,نەخێر,چۆنی,باشم,خوات لەگەڵ,خۆشم دەوێیت,ئەمڕۆ,"
            "سبەینێ,دوێنێ,بۆچی,ماڵ,ئاو,نان,قوتابخانە,کتێب,شار,دایک,باوک,برا,خوشک,هەولێر,سلێمانی,کوردستان,ببوورە"},
    {"ug", "ياخشىمۇسىز,ئەسسالامۇ ئەلەيكۇم,سالام,خەيرلىك سەھەر,خەيرلىك كەچ,رەھمەت,كۆپ رەھمەت,ھەئە,ياق,قانداق ئەھۋالىڭىز,خەير خوش,"
           "مەن سىزنى ياخشى كۆرىمەن,بۈگۈن,ئەتە,تۈنۈگۈن,نېمىشقا,ئۆي,سۇ,نان,مەكتەپ,كىتاب,شەھەر,ئانا,دادا,دوست"},
    {"sd", "سلام,اسلام عليڪم,صبح جو سلام,شب بخير,مهرباني,وڏي مهرباني,ها,نه,ڪيئن آهيو,ڪهڙو حال آهي,آئون ٺيڪ آهيان,الله واهي,"
           "ڀلي ڪري آيا,اڄ,سڀاڻي,ڪالهه,ڇو,ڪٿي,گهر,پاڻي,ماني,اسڪول,ڪتاب,شهر,ماءُ,پيءُ,ڀاءُ,ڀيڻ,دوست,ڪراچي,حيدرآباد,سنڌ"},
};

// Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian.
inline constexpr const char* slavic_words[] = {
    "і й та що не на у в з до за це як він вона вони ми ви але або якщо коли де чому так ні був була було були є буде можна треба дуже тільки ще вже "
    "також після перед між через під над без для про від який яка яке які цей ця ці того цього його її їх нас вас мене тебе собі себе якого "
    "якої яких року роки рік день дні час люди людей країна країни України Україна україни Київ Києві місто міста уряд держава держави закон закону "
    "президент рада ради рада ухвалила прийняла прийняв сказав сказала повідомив повідомляє заявив заявила новини сьогодні вчора завтра "
    "вулиця школа школи дитина діти мова мови слово робота роботи життя світ світу війна війни перший другий третій кілька багато більше менше "
    "один два три чотири п'ять шість сім вісім дев'ять десять дякую будь ласка привіт добрий ранок здоров'я бюджет наступний державний області",
    "і не на у з да за што гэта як ён яна яны мы вы але або калі дзе чаму так быў была было былі ёсць будзе можна трэба вельмі толькі яшчэ ўжо "
    "таксама пасля перад паміж праз пад над без для пра ад які якая якое якія гэты гэтая гэтыя яго яе іх нас вас год гады дзень час людзі краіна "
    "Беларусь Беларусі Мінск горад урад дзяржава закон прэзідэнт сказаў паведаміў сёння ўчора заўтра мова слова праца жыццё свет вайна першы "
    "другі некалькі шмат больш адзін два тры чатыры пяць дзякуй калі ласка прывітанне добры раніца",
    "и не на в с да за че че това как той тя те ние вие но или ако кога къде защо така беше бяха са съм сте сме е ще може трябва много само още вече също "
    "след преди между през под над без за от който която което които този тази това тези неговия нейния техните нас вас мен теб себе си година "
    "години годината ден дни време хора хората страна страната България българия София град града градове правителството правителство държава държавата "
    "закон закона президентът министърът каза съобщи заяви прие приеха нова новата днес вчера утре език дума работа живот свят света война "
    "първият първата вторият няколко повече по-малко един два три четири пет благодаря моля здравей здравейте добро утро добър ден програма развитие "
    "малките къща вода хляб училище дете деца майка баща според било била били нещо нищо всички всеки нито също така обаче докато",
    "и у на је да се не за су са од као који која које али или ако када где зашто тако био била било били јесте бити може треба веома само још већ такође "
    "после пре између кроз под над без о из овај ова ово ови тај та то ти његов њен њихов нас вас мене тебе себе година године дан дана време људи земља "
    "Србија Србије Београд Београду град влада владе држава закон закона председник министар рекао рекла саопштио изјавио усвојила усвојио предлог "
    "данас јуче сутра језик реч посао живот свет рат први други неколико више мање један два три четири пет хвала молим здраво добро јутро добар дан "
    "кућа вода хлеб школа дете деца мајка отац према због више осигурању здравственом",
    "и не на во со да за што тоа како тој таа тие ние вие но или ако кога каде зошто така беше беа се сум сте сме е ќе може треба многу само уште веќе исто така "
    "по пред меѓу низ под над без од кој која кое кои овој оваа ова овие него неа нив нас вас мене тебе себе година години ден време луѓе земја "
    "Македонија Скопје град владата држава закон претседателот министерот рече соопшти изјави денес вчера утре јазик збор работа живот свет војна прв "
    "неколку повеќе еден два три четири пет благодарам ве молам здраво добро утро куќа вода леб училиште дете деца мајка татко",
};

} // namespace language

#endif
