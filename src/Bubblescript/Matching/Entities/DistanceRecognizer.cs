namespace Bubblescript.Matching.Entities;

/// <summary>Distances: "10 miles", "5km", "six feet". The unit is <c>mile kilometre metre centimetre millimetre yard foot inch</c>.</summary>
internal sealed class DistanceRecognizer() : MeasureRecognizer("distance", new UnitTable(
    ("mile", 1, "mile,miles,mi"),
    ("kilometre", 1, "kilometre,kilometres,kilometer,kilometers,km,kms"),
    ("metre", 1, "metre,metres,meter,meters,m"),
    ("centimetre", 1, "centimetre,centimetres,centimeter,centimeters,cm,cms"),
    ("millimetre", 1, "millimetre,millimetres,millimeter,millimeters,mm"),
    ("yard", 1, "yard,yards,yd,yds"),
    ("foot", 1, "foot,feet,ft"),
    ("inch", 1, "inch,inches")));
