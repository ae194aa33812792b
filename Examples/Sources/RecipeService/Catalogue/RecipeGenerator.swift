// swift-sla-testing
// Copyright 2026 the swift-sla-testing project authors
// SPDX-License-Identifier: Apache-2.0

import Basics

/// Makes up recipes, the same ones for the same seed.
struct RecipeGenerator {
  private var random: SplitMix64

  struct Recipe: Equatable {
    let title: String
    let cuisine: String
    let ingredients: String
    /// In minutes, in `10...120`.
    let minutes: Int
    /// In `1.0...5.0`, in steps of 0.1.
    let rating: Double
    let isVegetarian: Bool
    let isVegan: Bool
    let isGlutenFree: Bool
  }

  private enum Diet: Int {
    case vegan
    case vegetarian
    case meat
  }

  private struct Ingredient {
    let name: String
    let diet: Diet
    let hasGluten: Bool

    init(_ name: String, _ diet: Diet = .vegan, hasGluten: Bool = false) {
      self.name = name
      self.diet = diet
      self.hasGluten = hasGluten
    }
  }

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> Recipe {
    let main = pick(Self.mains)
    var parts = [main]
    for _ in 0..<(4 + random.number(below: 4)) {
      let side = pick(Self.sides)
      if !parts.contains(where: { $0.name == side.name }) { parts.append(side) }
    }
    let text = parts.map { "\((1 + random.number(below: 8)) * 50) g \($0.name)" }
    let diet = parts.map(\.diet.rawValue).max() ?? 0
    return Recipe(
      title: "\(pick(Self.moods)) \(main.name.capitalizedFirst) \(pick(Self.dishes))",
      cuisine: pick(Self.cuisines),
      ingredients: text.joined(separator: ", "),
      minutes: 10 + 5 * random.number(below: 23),
      rating: Double(10 + random.number(below: 41)) / 10,
      isVegetarian: diet <= Diet.vegetarian.rawValue,
      isVegan: diet == Diet.vegan.rawValue,
      isGlutenFree: !parts.contains(where: \.hasGluten)
    )
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[random.number(below: elements.count)]
  }

  // MARK: - Words

  private static let moods = [
    "Smoky", "Hearty", "Spicy", "Golden", "Rustic", "Summer", "Winter", "Quick", "Slow", "Crispy",
  ]
  private static let dishes = [
    "Soup", "Stew", "Salad", "Curry", "Pie", "Bowl", "Risotto", "Tacos", "Gratin", "Noodles",
  ]
  private static let cuisines = [
    "Italian", "French", "Indian", "Mexican", "Thai", "Greek", "Japanese", "Moroccan", "Polish",
  ]
  private static let mains = [
    Ingredient("lentil"), Ingredient("chickpea"), Ingredient("pumpkin"), Ingredient("tofu"),
    Ingredient("mushroom"), Ingredient("potato"), Ingredient("aubergine"),
    Ingredient("halloumi", .vegetarian), Ingredient("egg", .vegetarian),
    Ingredient("chicken", .meat), Ingredient("beef", .meat), Ingredient("salmon", .meat),
  ]
  private static let sides = [
    Ingredient("tomatoes"), Ingredient("onions"), Ingredient("garlic"), Ingredient("carrots"),
    Ingredient("celery"), Ingredient("rice"), Ingredient("spinach"), Ingredient("coconut milk"),
    Ingredient("red peppers"), Ingredient("olive oil"), Ingredient("basil"), Ingredient("beans"),
    Ingredient("walnuts"), Ingredient("ginger"), Ingredient("soy sauce", hasGluten: true),
    Ingredient("couscous", hasGluten: true), Ingredient("breadcrumbs", hasGluten: true),
    Ingredient("butter", .vegetarian), Ingredient("cream", .vegetarian),
    Ingredient("parmesan", .vegetarian), Ingredient("bacon", .meat),
  ]
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
