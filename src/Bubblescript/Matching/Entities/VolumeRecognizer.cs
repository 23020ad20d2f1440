namespace Bubblescript.Matching.Entities;

/// <summary>Volumes: "2 litres", "500ml", "a gallon". The unit is <c>litre millilitre centilitre hectolitre gallon</c>.</summary>
internal sealed class VolumeRecognizer() : MeasureRecognizer("volume", new UnitTable(
    ("litre", 1, "litre,litres,liter,liters,l"),
    ("millilitre", 1, "millilitre,millilitres,milliliter,milliliters,ml"),
    ("centilitre", 1, "centilitre,centilitres,centiliter,centiliters,cl"),
    ("hectolitre", 1, "hectolitre,hectolitres,hectoliter,hectoliters,hl"),
    ("gallon", 1, "gallon,gallons,gal")));
