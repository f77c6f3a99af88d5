// says: matn: a stage reads the anchor; put matn::anchors before it
#include <matn/anchor.hpp>
#include <matn/pipeline.hpp>

int main() {
    const auto analyse = matn::pipeline(matn::numbers, matn::anchored_dates);
    const auto doc = analyse("دیروز (سه شنبه ۲۶ حمل) باران بارید.");
    for (const matn::date& d : doc.each<matn::date>()) (void)d;
}
