// A list of small plain values whose first few stand in the object itself: words of a name, captures of a rule. An
// article makes thousands of such lists, and memory for each would cost more than what is done with them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace rawi::text {

template <typename T, std::uint32_t near_size>
class ShortList {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    using value_type = T;

    ShortList() noexcept = default;
    template <std::forward_iterator It>
    ShortList(It first, It last) {
        for (; first != last; ++first) push_back(*first);
    }
    ShortList(std::initializer_list<T> values) : ShortList(values.begin(), values.end()) {}
    ShortList(const ShortList& other) { assign(other); }
    ShortList(ShortList&& other) noexcept { take(other); }
    ShortList& operator=(const ShortList& other) {
        if (this != &other) assign(other);
        return *this;
    }
    ShortList& operator=(ShortList&& other) noexcept {
        if (this != &other) take(other);
        return *this;
    }
    ~ShortList() = default;

    [[nodiscard]] T* data() noexcept { return far_ ? far_.get() : reinterpret_cast<T*>(near_); }
    [[nodiscard]] const T* data() const noexcept { return far_ ? far_.get() : reinterpret_cast<const T*>(near_); }
    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] T* begin() noexcept { return data(); }
    [[nodiscard]] T* end() noexcept { return data() + size_; }
    [[nodiscard]] const T* begin() const noexcept { return data(); }
    [[nodiscard]] const T* end() const noexcept { return data() + size_; }
    [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return data()[i]; }
    [[nodiscard]] const T& front() const noexcept { return *begin(); }
    [[nodiscard]] const T& back() const noexcept { return *(end() - 1); }

    void push_back(const T& value) {
        const T copy = value;  // it may be one of the list's own, which move
        if (size_ == room_) grow();
        ::new (static_cast<void*>(data() + size_)) T(copy);
        ++size_;
    }
    /// Forgets all but the first `size`.
    void truncate(std::uint32_t size) noexcept { size_ = std::min(size_, size); }

    friend bool operator==(const ShortList& a, const ShortList& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    void grow() {
        auto larger = std::make_unique<T[]>(std::size_t{room_} * 2);
        std::copy(begin(), end(), larger.get());
        far_ = std::move(larger);
        room_ *= 2;
    }
    void assign(const ShortList& other) {
        size_ = 0;
        while (room_ < other.size_) grow();
        std::uninitialized_copy(other.begin(), other.end(), data());
        size_ = other.size_;
    }
    void take(ShortList& other) noexcept {
        far_ = std::move(other.far_);
        if (!far_) std::uninitialized_copy(other.begin(), other.end(), reinterpret_cast<T*>(near_));
        room_ = std::exchange(other.room_, near_size);
        size_ = std::exchange(other.size_, 0);
    }

    std::unique_ptr<T[]> far_;  ///< all of them where they are more than `near_size`
    std::uint32_t size_ = 0;
    std::uint32_t room_ = near_size;
    alignas(T) unsigned char near_[near_size * sizeof(T)];  // NOLINT(bugprone-sizeof-expression): T may be a pointer
};

}  // namespace rawi::text
